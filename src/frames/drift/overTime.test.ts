/** @jest-environment node */
import type { DriftResult, WindowedVerdict } from '../../evaluate/Result';
import { parseQuery } from '../../query/parseQuery';
import { HOUR, START, verdict } from '../../../tests/fixtures/frames/verdict';
import type { FrameLike } from '../FrameLike';
import { writeFrames } from '../writeFrames';
import { readDrift } from './readDrift';

const timed = (
  hour: number,
  word: 'drift' | 'no_drift' | 'insufficient_data',
  score: number | null
): WindowedVerdict => ({
  ...verdict(hour, 'x', '1', word),
  overTime: {
    significance: 'sequential',
    of: 'values',
    score,
    limit: score === null ? null : 4,
    usual: score === null ? null : { low: 0.3, high: 2.5 },
    scale: { kind: 'level', length: 2 },
    replayed: 1344,
    seasons: 8,
    seasonsNeeded: 6,
    observed: 0,
    promised: 0.6,
  },
});
const result: DriftResult = {
  kind: 'drift',
  queryHash: '0',
  baseline: { kind: 'seasonal', description: 'past weeks', facts: {} },
  notices: [],
  verdicts: [timed(0, 'insufficient_data', null), timed(1, 'no_drift', 2), timed(2, 'drift', 6)],
};

function frames(format: string, more: object = {}) {
  const query = parseQuery({
    kind: 'drift',
    format,
    window: '1h',
    current: { path: 'log.csv', timeField: 'time' },
    baseline: { kind: 'seasonal' },
    decision: { significance: 'sequential' },
    ...more,
  });
  return writeFrames(result, query);
}
const column = (name: string) => frames('table')[0].fields.find((field) => field.name === name)?.values;

it('has score and limit as columns of the table, and a panel reads them', () => {
  expect(column('score')).toEqual([6, 2, null]);
  expect(column('score_limit')).toEqual([4, 4, null]);
  const rows = readDrift(frames('table') as unknown as FrameLike[])?.rows;
  expect(rows?.map((row) => [row.score, row.score_limit, row.score_usual_low, row.score_usual_high])).toEqual([
    [6, 4, 0.3, 2.5],
    [2, 4, 0.3, 2.5],
    [null, null, null, null],
  ]);
});

it('has no such columns where rows are taken for independent', () => {
  const plain: DriftResult = { ...result, verdicts: [verdict(0, 'x', '1', 'drift')] };
  const query = parseQuery({
    kind: 'drift',
    current: { path: 'log.csv' },
    baseline: { kind: 'selection', path: 'a.csv' },
  });
  const [table] = writeFrames(plain, query);
  expect(table.fields.map(({ name }) => name)).not.toContain('score');
  expect(readDrift([table] as unknown as FrameLike[])?.rows[0]).not.toHaveProperty('score');
});

it('draws the score in limits', () => {
  const [series] = frames('timeseries');
  expect(series.fields[1]).toMatchObject({ name: 'score', values: [null, 0.5, 1.5] });
  expect(series.fields[1].config?.description).toContain('limit');
});

it('answers alert rules as other drift does', () => {
  expect(frames('alert')[0].fields[0]).toMatchObject({ name: 'severity', values: [2] });
  expect(frames('alert', { alertValue: 'score' })[0].fields[0].values).toEqual([1.5]);
  expect(frames('alert', { alertValue: 'since' })[0].fields[0].values).toEqual([(START + 2 * HOUR) / 1000]);
  const labels = frames('alert', { alertValue: 'details' })[0].fields[0].labels;
  expect(labels?.reason).toContain('limit 4');
  expect(labels?.baseline).toBe('past weeks');
});

it('marks the windows that drift', () => {
  const [marks] = frames('annotations');
  expect(marks.fields.find(({ name }) => name === 'time')?.values).toEqual([START + 2 * HOUR]);
});

it('names the marks that its verdicts rest on, and what a panel writes new ones by', () => {
  const mark = { mark: 'accept' as const, from: START, to: START, by: 'anna' };
  const marked = { ...result, marks: [mark] };
  const query = parseQuery({
    kind: 'drift',
    window: '1h',
    current: { connection: 'logs', path: 'log.csv', timeField: 'time' },
    baseline: { kind: 'seasonal' },
    decision: { significance: 'sequential' },
  });
  const frame = writeFrames(marked, query) as unknown as FrameLike[];
  expect(readDrift(frame)?.meta.marks).toEqual({ of: 'logs/log.csv', used: [mark] });
});
