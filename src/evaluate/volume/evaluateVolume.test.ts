/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseQuery } from '../../query/parseQuery';
import { evaluate } from '../evaluate';
import type { VolumeResult } from '../Result';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse('2026-03-02T00:00:00Z');
const folder = mkdtempSync(path.join(tmpdir(), 'volume-'));
const connections = { files: { type: 'file' as const, folder } };

/** A row each ten minutes over four weeks, but for two hours of the last day; half of version 2, which begins late. */
beforeAll(() => {
  const rows = ['time,version,ms,failed'];
  for (let time = START + 10 * 60_000; time < START + 28 * DAY; time += 10 * 60_000) {
    const isGone = time >= START + 27 * DAY + 5 * HOUR && time < START + 27 * DAY + 7 * HOUR;
    if (!isGone) {
      const version = time >= START + 26 * DAY && time % (20 * 60_000) === 0 ? '2' : '1';
      const slow = time >= START + 27 * DAY + 9 * HOUR && time < START + 27 * DAY + 10 * HOUR ? 10 : 1;
      rows.push(
        `${new Date(time).toISOString()},${version},${slow * (40 + ((time / 600_000) % 6))},${time % HOUR === 0 ? 'yes' : 'no'}`
      );
    }
  }
  writeFileSync(path.join(folder, 'log.csv'), `${rows.join('\n')}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function volume(query: object, from: number, to: number): Promise<VolumeResult> {
  const current = { path: 'log.csv', timeField: 'time' };
  const measures = [{ name: 'calls', aggregate: 'count', counts: false }];
  const baseline = { kind: 'previous', offset: '1d' };
  const parsed = parseQuery({ kind: 'volume', window: '1h', current, measures, baseline, ...query });
  const result = await evaluate(parsed, { range: { from, to }, now: to + DAY, connections });
  if (result.kind !== 'volume') {
    throw new Error(result.kind);
  }
  return result;
}
const lastDay = (query: object = {}) => volume(query, START + 27 * DAY, START + 28 * DAY);

it('compares each hour with the same hour of the day before: no rows are 0 of them', async () => {
  const { verdicts, baseline } = await lastDay();
  expect(verdicts).toHaveLength(24);
  expect(baseline.description).toBe('the same time 1d earlier');
  const off = verdicts.filter(({ severity }) => severity === 2);
  expect(
    off.map(({ window, value, expected, deviation }) => [
      (window.from - START) / HOUR - 27 * 24,
      value,
      expected,
      deviation,
    ])
  ).toEqual([
    [5, 0, 6, -1],
    [6, 0, 6, -1],
  ]);
});

it('aggregates values as a person would by hand, narrowed by a query of their own', async () => {
  const measures = [
    { name: 'mean', aggregate: 'avg', field: 'ms' },
    { name: 'sum', aggregate: 'sum', field: 'ms' },
    { name: 'least', aggregate: 'min', field: 'ms' },
    { name: 'most', aggregate: 'max', field: 'ms' },
    { name: 'p50', aggregate: 'p50', field: 'ms' },
    { name: 'failed', aggregate: 'count', query: 'failed:yes' },
    { name: 'with ms', aggregate: 'count', field: 'ms' },
  ];
  const { verdicts } = await volume({ measures }, START + 27 * DAY + 9 * HOUR, START + 27 * DAY + 10 * HOUR);
  const first = (START + 27 * DAY + 9 * HOUR) / 600_000;
  const values = [0, 1, 2, 3, 4, 5].map((i) => 10 * (40 + ((first + i) % 6))).sort((a, b) => a - b);
  const sum = values.reduce((a, b) => a + b);
  expect(Object.fromEntries(verdicts.map(({ measure, value }) => [measure, value]))).toEqual({
    mean: sum / 6,
    sum,
    least: values[0],
    most: values[5],
    p50: (values[2] + values[3]) / 2,
    failed: 1,
    'with ms': 6,
  });
  expect(verdicts.find(({ measure }) => measure === 'mean')).toMatchObject({ expected: sum / 60, verdict: 'alarm' });
});

it('has no mean where there are no rows: that is not 0', async () => {
  const measures = [{ name: 'mean', aggregate: 'avg', field: 'ms' }];
  const { verdicts } = await volume({ measures }, START + 27 * DAY + 5 * HOUR, START + 27 * DAY + 6 * HOUR);
  expect(verdicts).toMatchObject([{ value: null, severity: null, reason: 'no_value' }]);
});

it('takes the median of the same hour of past weeks, and says where the data begin', async () => {
  const seasonal = { kind: 'seasonal', period: '1w', count: 3 };
  const { verdicts } = await lastDay({ baseline: seasonal });
  expect(verdicts[5]).toMatchObject({ value: 0, expected: 6, past: 3, asked: 3, verdict: 'alarm' });
  const early = await volume({ baseline: seasonal }, START + 7 * DAY, START + 7 * DAY + 2 * HOUR);
  // The hour in which the data begin holds a part of its rows: it is no baseline.
  expect(early.verdicts.map(({ past, reason }) => [past, reason])).toEqual([
    [0, 'few_past'],
    [1, 'few_past'],
  ]);
  const excluded = { ...seasonal, exclude: [{ from: '2026-03-22T00:00:00Z', to: '2026-03-23T00:00:00Z' }] };
  expect((await lastDay({ baseline: excluded })).verdicts[0]).toMatchObject({ past: 2, asked: 2 });
});

it('tells segments apart: one that began has nothing to be compared with but 0, one that halved is off', async () => {
  const { verdicts } = await volume({ segmentBy: ['version'] }, START + 26 * DAY, START + 26 * DAY + HOUR);
  expect(verdicts.map(({ segment, value, expected }) => [segment.version, value, expected])).toEqual([
    ['1', 3, 6],
    ['2', 3, 0],
  ]);
});

it("keeps the hour on the zone's clock when daylight saving begins, and counts a day of 23 hours as such", async () => {
  const timezone = 'Europe/Berlin';
  const from = Date.parse('2026-03-28T23:00:00Z');
  const { verdicts } = await volume({ timezone, window: '1d' }, from, from + 23 * HOUR);
  // 138 minus the twelve that are gone, of a day of 144 before.
  expect(verdicts).toMatchObject([{ value: 126, expected: 138 }]);
  expect(verdicts[0].window.to - verdicts[0].window.from).toBe(23 * HOUR);
  const hours = await volume(
    { timezone, baseline: { kind: 'previous', offset: '1w' } },
    from + 10 * HOUR,
    from + 11 * HOUR
  );
  expect(hours.baseline.facts.from).toBe(new Date(from + 11 * HOUR - 7 * DAY).toISOString());
});

it('judges only what is complete: windows that ended before now − delay', async () => {
  const { verdicts } = await volume({ delay: '25h' }, START + 27 * DAY, START + 28 * DAY);
  expect(verdicts.map(({ window }) => window.to)).toHaveLength(23);
});

it.each([
  [{ measures: [{ name: 'x', expr: 'up' }] }, 'is PromQL, and files are asked by "aggregate"'],
  [{ measures: [{ name: 'x', aggregate: 'avg', field: 'version2' }] }, 'log.csv has no column "version2"'],
  [{ measures: [{ name: 'x', aggregate: 'avg', field: 'failed' }] }, '"no" is not a number, so that "x" has no avg'],
  [{ measures: [{ name: 'x', aggregate: 'avg' }] }, '"measures.0.field": is missing: avg needs a field'],
  [{ measures: [{ name: 'x', aggregate: 'mode' }] }, 'is no aggregate: use count, sum'],
  [{ measures: [{ name: 'x' }] }, 'is missing: give an aggregate, or for Prometheus an "expr"'],
  [{ measures: [] }, 'is empty: name at least one measure'],
  [{ decision: { deviation: null } }, 'is null, and so is "z": one of them must decide'],
  [{ current: { path: 'log.csv' }, window: 'range' }, 'needs a "timeField"'],
])('says what is wrong with %j', async (query, message) => {
  await expect(lastDay(query)).rejects.toThrow(message);
});

describe('a range without rows, in a file that has rows', () => {
  const held = 'log.csv has no rows from %s UTC. Its rows are from 2026-03-02 00:10 to 2026-03-29 23:50 UTC.';

  it('is an alarm while rows are expected, then nothing can be said; and that there are none is said', async () => {
    const { verdicts, notices } = await volume({ window: '1d' }, START + 28 * DAY, START + 31 * DAY);
    expect(verdicts.map(({ verdict, value, reason }) => [verdict, value, reason])).toEqual([
      ['alarm', 0, 'off'],
      ['insufficient_data', 0, 'few_past'],
      ['insufficient_data', 0, 'few_past'],
    ]);
    expect(notices).toEqual([{ severity: 'warning', text: held.replace('%s', '2026-03-30 to 2026-04-02') }]);
  });

  it('before the first row as well', async () => {
    const { verdicts, notices } = await volume({}, START - 2 * DAY, START - 2 * DAY + 2 * HOUR);
    expect(verdicts.every(({ verdict }) => verdict === 'insufficient_data')).toBe(true);
    expect(notices).toEqual([{ severity: 'warning', text: held.replace('%s', '2026-02-28 to 2026-02-28 02:00') }]);
  });

  it('is none where the rows are only not of the kind that is counted', async () => {
    const measures = [{ name: 'failed', aggregate: 'count', query: 'failed:maybe' }];
    const { verdicts, notices } = await volume({ measures }, START + 26 * DAY, START + 26 * DAY + HOUR);
    expect([verdicts[0].verdict, notices]).toEqual(['normal', []]);
  });
});
