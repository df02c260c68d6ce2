/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseQuery } from '../query/parseQuery';
import type { QueryInput } from '../query/query';
import { SourceError } from '../sources/SourceError';
import { evaluate } from './evaluate';
import { queryHash } from './queryHash';
import type { DistributionResult, DriftResult } from './Result';

const folder = mkdtempSync(join(tmpdir(), 'modelwatch-evaluate-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2013, 0, 1);

/** A row an hour and version for 40 days; `x` moves on day 30, version 2 comes on day 20. */
const rows = Array.from({ length: 40 * 24 * 4 }, (_, i) => {
  const time = START + (i * HOUR) / 4;
  const day = Math.floor((time - START) / DAY);
  const noise = ((i * 7919) % 1000) / 1000;
  return {
    time,
    x: noise + (day >= 30 ? 1 : 0),
    kind: 'abc'[(i * 31) % 3],
    version: day >= 20 && i % 2 ? 'v2' : 'v1',
    id: `id-${i}`,
  };
});
const header = 'time,x,kind,version,id';
const line = ({ time, x, kind, version, id }: (typeof rows)[number]) =>
  [new Date(time).toISOString(), x, kind, version, id].join(',');
writeFileSync(join(folder, 'log.csv'), [header, ...rows.map(line), ''].join('\n'));
writeFileSync(
  join(folder, 'training.csv'),
  ['x,kind,weight', ...rows.slice(0, 500).map(({ x, kind }) => `${x},${kind},1.5`), ''].join('\n')
);

const day = (n: number) => START + n * DAY;

function ask(query: Partial<QueryInput> & object, range: [number, number] | null = [day(30), day(32)], now = day(40)) {
  const parsed = parseQuery({
    kind: 'drift',
    current: { path: 'log.csv', timeField: 'time', features: [{ name: 'x' }, { name: 'kind' }] },
    baseline: { kind: 'previous', offset: '14d' },
    ...query,
  });
  const connections = { files: { type: 'file' as const, folder } };
  return evaluate(parsed, { range: range && { from: range[0], to: range[1] }, now, connections });
}

const drift = async (...args: Parameters<typeof ask>) => (await ask(...args)) as DriftResult;
const verdicts = (result: DriftResult) =>
  result.verdicts.map(({ comparison, verdict }) => [comparison.feature, verdict]);

test('compares a range with the same time earlier', async () => {
  const result = await drift({});
  expect(verdicts(result)).toEqual([
    ['x', 'drift'],
    ['kind', 'no_drift'],
  ]);
  expect(result.verdicts[0].window).toEqual({ from: day(30), to: day(32) });
  expect(result.verdicts[0].baselineWindow).toEqual({ from: day(16), to: day(18) });
  expect(result.baseline).toEqual({
    kind: 'previous',
    description: 'the same time 14d earlier (2013-01-17 to 2013-01-19 UTC)',
    facts: {
      source: 'log.csv',
      query: null,
      from: '2013-01-17T00:00:00.000Z',
      to: '2013-01-19T00:00:00.000Z',
      rows: 192,
    },
  });
});

test('judges each window on its own: a wider range does not change what was said', async () => {
  const baseline = { kind: 'window', from: '2013-01-01', to: '2013-01-08' } as const;
  const wide = await drift({ window: '1d', baseline }, [day(25), day(35)]);
  const narrow = await drift({ window: '1d', baseline }, [day(29), day(31)]);
  const of = (result: DriftResult, n: number) =>
    result.verdicts
      .filter(({ window }) => window?.from === day(n))
      .map(({ pAdjusted, verdict }) => [pAdjusted, verdict]);
  expect(of(wide, 29)).toEqual(of(narrow, 29));
  expect(of(wide, 30)).toEqual(of(narrow, 30));
  expect(wide.verdicts).toHaveLength(20);
  expect(wide.verdicts.filter(({ verdict }) => verdict === 'drift').map(({ window }) => window?.from)).toEqual(
    [30, 31, 32, 33, 34].map(day)
  );
});

test('judges segments against themselves, and says where there is nothing to compare with', async () => {
  const result = await drift({
    segmentBy: ['version'],
    baseline: { kind: 'window', from: '2013-01-01', to: '2013-01-11' },
  });
  expect(
    result.verdicts.map(({ comparison, verdict, reason }) => [
      comparison.segment.version,
      comparison.feature,
      verdict,
      reason.code,
    ])
  ).toEqual([
    ['v1', 'x', 'drift', 'drift'],
    ['v1', 'kind', 'no_drift', expect.any(String)],
    ['v2', 'x', 'insufficient_data', 'baseline_empty'],
    ['v2', 'kind', 'insufficient_data', 'baseline_empty'],
  ]);
});

test('compares each segment with training data that does not know of segments', async () => {
  const result = await drift({ segmentBy: ['version'], baseline: { kind: 'selection', path: 'training.csv' } });
  expect(
    result.verdicts.map(({ comparison, verdict }) => [comparison.segment.version, comparison.feature, verdict])
  ).toEqual([
    ['v1', 'x', 'drift'],
    ['v1', 'kind', 'no_drift'],
    ['v2', 'x', 'drift'],
    ['v2', 'kind', 'no_drift'],
  ]);
  expect(result.notices).toEqual(['training.csv does not tell the segments apart: each is compared with all of it.']);
  expect(result.baseline.description).toBe('all of training.csv');
});

test('compares each segment with all of a baseline that knows of segments, where that is asked for', async () => {
  const baseline = { kind: 'selection', from: '2013-01-01T00:00:00Z', to: '2013-01-11T00:00:00Z' } as const;
  const of = async (segments?: 'same' | 'all') => {
    const { verdicts, notices } = await drift({ segmentBy: ['version'], baseline: { ...baseline, segments } });
    return {
      rows: verdicts.map(({ comparison }) => [comparison.segment.version, comparison.baseline.counts.total]),
      notices,
    };
  };
  const whole = await of('all');
  expect(new Set(whole.rows.map(([, rows]) => rows)).size).toBe(1);
  expect(whole.rows.every(([, rows]) => Number(rows) > 0)).toBe(true);
  expect(whole.notices).toEqual([]);
  expect((await of()).rows).not.toEqual(whole.rows);
});

test('compares one version with another in the same time', async () => {
  const current = { path: 'log.csv', timeField: 'time', query: 'version:v2', features: [{ name: 'x' }] };
  const result = await drift({ current, baseline: { kind: 'selection', query: 'version:v1' } });
  expect(result.verdicts[0].comparison.current.counts.total).toBe(96);
  expect(result.verdicts[0].baselineWindow).toEqual(result.verdicts[0].window);
  expect(result.baseline.description).toBe('log.csv where version:v1, the same time');
});

test('without features compares what both have, and says what it leaves out', async () => {
  const current = { path: 'log.csv', timeField: 'time' };
  const same = await drift({ current, segmentBy: ['version'] });
  expect([...new Set(same.verdicts.map(({ comparison }) => comparison.feature))]).toEqual(['x', 'kind']);
  expect(same.notices).toEqual(['Not compared, since times and identifiers have no drift: id.']);
  const other = await drift({ current, baseline: { kind: 'selection', path: 'training.csv' } });
  expect(other.notices).toEqual(['Only in the baseline: weight.', 'Only in the current data: version, id.']);
});

test('takes types from the baseline alone', async () => {
  writeFileSync(join(folder, 'before.csv'), `x\n${Array.from({ length: 100 }, (_, i) => i * 1.5).join('\n')}\n`);
  writeFileSync(
    join(folder, 'after.csv'),
    `x\n${Array.from({ length: 100 }, (_, i) => (i === 40 ? 'high' : i)).join('\n')}\n`
  );
  const query = { current: { path: 'after.csv' }, baseline: { kind: 'selection', path: 'before.csv' } } as const;
  await expect(drift(query, null)).rejects.toThrow('after.csv, column "x", row 41: "high" is not a number');
  const typed = { ...query, current: { path: 'after.csv', features: [{ name: 'x', type: 'categorical' as const }] } };
  await expect(drift(typed, null)).resolves.toBeDefined();
});

test('hides rare categories where privacy asks for it', async () => {
  const result = (await ask({ kind: 'distribution', minimumCount: 100 })) as DistributionResult;
  const kind = result.features[1].shape;
  expect(kind).toMatchObject({ kind: 'categories', lastIsRest: false });
  const hidden = (await ask({ kind: 'distribution', minimumCount: 130 })) as DistributionResult;
  expect(hidden.features[1].shape).toEqual({
    kind: 'categories',
    categories: ['other'],
    baseline: [192],
    current: [192],
    lastIsRest: true,
  });
});

test('lays distributions on shared bins and categories', async () => {
  const { features } = (await ask({ kind: 'distribution', bins: 10 })) as DistributionResult;
  const [x, kind] = features.map(({ shape }) => shape);
  if (x.kind !== 'bins' || kind.kind !== 'categories') {
    throw new Error('x has bins, kind has categories');
  }
  expect(x.edges.length).toBe(x.baseline.length + 1);
  expect(x.baseline.reduce((sum, count) => sum + count, 0)).toBe(192);
  expect(x.current.reduce((sum, count) => sum + count, 0)).toBe(192);
  expect(kind.categories).toEqual(['a', 'b', 'c']);
});

test.each([
  [
    {},
    [day(50), day(51)],
    'The current data is empty: log.csv has no rows from 2013-02-20 to 2013-02-21 UTC. Its rows are from 2013-01-01 to 2013-02-09 23:45 UTC.',
    422,
  ],
  [{}, [day(1), day(2)], 'The baseline is empty: log.csv has no rows from 2012-12-19 to 2012-12-20 UTC.', 422],
  [
    { current: { path: 'log.csv', timeField: 'time', query: 'version:v9', features: [{ name: 'x' }] } },
    [day(20), day(21)],
    'log.csv has no rows that match version:v9',
    422,
  ],
  [
    { current: { path: 'log.csv', timeField: 'time', features: [{ name: 'y' }] } },
    [day(20), day(21)],
    'log.csv has no column "y"',
    400,
  ],
] as const)('%j: says what is empty or unknown', async (query, [from, to], message, status) => {
  const error = await ask(query as object, [from, to]).catch((reason: unknown) => reason);
  expect((error as Error).message).toContain(message);
  expect(error).toBeInstanceOf(SourceError);
  expect((error as SourceError).options.status).toBe(status);
});

test('for an alert rule, features without any current data are undecided, not an error', async () => {
  const { verdicts } = (await ask({ format: 'alert' }, [day(50), day(51)])) as DriftResult;
  expect(verdicts.map(({ comparison, severity, reason }) => [comparison.feature, severity, reason.code])).toEqual([
    ['x', null, 'current_empty'],
    ['kind', null, 'current_empty'],
  ]);
  await expect(ask({ format: 'alert' }, [day(1), day(2)])).rejects.toThrow('The baseline is empty');
});

test.each([
  [{ current: { connection: 'none', path: 'log.csv' } }, 'Connection "none" not found. Available: files.'],
  [{ current: { path: 'log.csv' } }, 'needs a "timeField"'],
  [{ baseline: { kind: 'window', from: '2013-02-01', to: '2013-01-01' } }, 'must lie before'],
  [{ current: { path: 'log.csv', timeField: 'time', features: [{ name: 'time' }] } }, 'The feature "time" holds times'],
  [
    {
      current: { path: 'log.csv', timeField: 'time' },
      baseline: { kind: 'selection', path: 'before.csv' },
      segmentBy: ['x'],
    },
    'no column in common',
  ],
])('%j: says what makes no sense', async (query, message) => {
  await expect(ask(query as object)).rejects.toThrow(message);
});

test('a baseline may write a feature otherwise, under the same name', async () => {
  const current = { path: 'log.csv', timeField: 'time', features: [{ name: 'size', field: 'x' }, { name: 'kind' }] };
  const result = await drift({
    current,
    baseline: { kind: 'selection', path: 'training.csv', features: [{ name: 'size', field: 'weight' }] },
  });
  expect(result.verdicts.map(({ comparison }) => comparison.feature)).toEqual(['size', 'kind']);
  const [{ baseline }] = result.verdicts.map(({ comparison }) => comparison);
  expect(baseline.kind === 'samples' && [...new Set(baseline.sorted)]).toEqual([1.5]);
  await expect(
    drift({ current, baseline: { kind: 'selection', path: 'training.csv', features: [{ name: 'weight' }] } })
  ).rejects.toThrow('The baseline lists the feature "weight", which "current" does not');
});

test('the hash is that of the question, not of the way it is put', () => {
  const base = {
    kind: 'drift',
    current: { path: 'a', features: [{ name: 'x' }] },
    baseline: { kind: 'previous', offset: '1d' },
  } as const;
  const hash = (query: object) => queryHash(parseQuery(query));
  expect(hash(base)).toMatch(/^[0-9a-f]{16}$/);
  expect(hash({ ...base, format: 'alert', alertValue: 'score', window: 'range', refId: 'B' })).toBe(hash(base));
  expect(
    hash({ baseline: base.baseline, current: { features: base.current.features, path: 'a' }, kind: 'drift' })
  ).toBe(hash(base));
  expect(hash({ ...base, window: '1h' })).not.toBe(hash(base));
});
