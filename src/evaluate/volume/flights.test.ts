/** @jest-environment node */
import path from 'node:path';
import { parseQuery } from '../../query/parseQuery';
import { evaluate } from '../evaluate';
import type { WindowedVolume } from '../Result';

const connections = { flights: { type: 'file' as const, folder: path.resolve('demo') } };
/** On New York's clock. In two halves: more than 2000 windows are too many for one question. */
const HALVES = [
  { from: Date.parse('2013-03-01T05:00:00Z'), to: Date.parse('2013-04-16T04:00:00Z') },
  { from: Date.parse('2013-04-16T04:00:00Z'), to: Date.parse('2013-06-01T04:00:00Z') },
];

async function departures(window: string, baseline: object): Promise<WindowedVolume[]> {
  const query = parseQuery({
    kind: 'volume',
    current: { path: 'flights.parquet', timeField: 'time' },
    measures: [{ name: 'departures', aggregate: 'count' }],
    timezone: 'America/New_York',
    window,
    baseline,
  });
  const results = await Promise.all(HALVES.map((range) => evaluate(query, { range, now: Date.now(), connections })));
  return results.flatMap((result) => (result.kind === 'volume' ? result.verdicts : []));
}

const off = (verdicts: readonly WindowedVolume[]) =>
  verdicts
    .filter(({ severity }) => severity === 2)
    .map(({ window, value }) => [new Date(window.from).toISOString().slice(0, 13), value]);

// Three months of rows are counted hour by hour, which takes its time where other tests run beside it.
jest.setTimeout(60_000);

const WEEK = { kind: 'previous', offset: '1w' };
const FOUR_WEEKS = { kind: 'seasonal', period: '1w', count: 4 };

it.each([WEEK, FOUR_WEEKS])(
  'finds one hour of a quiet spring off by 40%: the evening before Memorial Day (%j)',
  async (baseline) => {
    const verdicts = await departures('1h', baseline);
    expect(verdicts).toHaveLength(2207);
    expect(off(verdicts)).toEqual([['2013-05-27T00', 23]]);
  }
);

it.each([WEEK, FOUR_WEEKS])('finds no day of it off (%j)', async (baseline) => {
  const verdicts = await departures('1d', baseline);
  expect(verdicts).toHaveLength(92);
  expect(off(verdicts)).toEqual([]);
  expect(verdicts.filter(({ severity }) => severity === null)).toEqual([]);
});
