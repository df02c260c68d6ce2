import { dirname } from 'node:path';
import { modelwatch, resultsOf } from './modelwatch';
import { choice, normal, sampleFolder } from './samples';

const { put, csv } = sampleFolder();
const HOUR = 3_600_000;
const START = Date.UTC(2013, 6, 1);
const N = 96 * 60;
const days = Math.floor(N / (24 * 60));
const time = Array.from({ length: N }, (_, i) => new Date(START + (i * HOUR) / 60).toISOString());
const log = csv('log.csv', {
  time,
  x: normal(N, 0, 1).map((value, i) => (i >= N - 24 * 60 ? value + 1 : value)),
  version: choice(N, '12', 2),
});
const query = {
  version: 1,
  kind: 'drift',
  segmentBy: ['version'],
  window: '1d',
  current: { path: 'log.csv', timeField: 'time', features: [{ name: 'x' }] },
  baseline: { kind: 'window', from: '2013-07-01T00:00:00Z', to: '2013-07-02T00:00:00Z' },
};
const asked = put('query.json', JSON.stringify(query));
put('connections.yaml', `connections:\n  logs: {type: file, folder: .}\n`);
const RANGE = ['--from', '2013-07-02T00:00:00Z', '--to', '2013-07-05T00:00:00Z'];

test('answers each window and segment, with their names', async () => {
  const rows = (await resultsOf('query', asked, ...RANGE)).filter(({ deciding }) => deciding);
  expect(rows).toHaveLength(2 * (days - 1));
  expect(Object.keys(rows[0]).slice(0, 5)).toEqual(['time', 'time_end', 'feature', 'type', 'version']);
  expect(
    rows
      .filter(({ verdict }) => verdict === 'drift')
      .map((row) => [row.time, row.version])
      .sort()
  ).toEqual([
    ['2013-07-04T00:00:00.000Z', '1'],
    ['2013-07-04T00:00:00.000Z', '2'],
  ]);
});

test('takes connections from a file, whose folders are relative to it', async () => {
  const connections = `${dirname(log)}/connections.yaml`;
  const rows = await resultsOf('query', asked, ...RANGE, '--connections', connections);
  expect(rows).toEqual(await resultsOf('query', asked, ...RANGE));
});

test('without a range judges all complete windows of the data', async () => {
  const rows = await resultsOf('query', asked);
  expect(new Set(rows.map(({ time }) => time)).size).toBe(days);
});

test('distributions are laid on shared bins', async () => {
  const path = put('distribution.json', JSON.stringify({ ...query, kind: 'distribution', segmentBy: [], bins: 10 }));
  const [x] = (await resultsOf('query', path, ...RANGE)) as unknown as Array<{
    edges: number[];
    baseline: number[];
    current: number[];
    verdict: string;
  }>;
  expect(x.edges.length).toBe(x.baseline.length + 1);
  expect(x.current.reduce((sum, count) => sum + count, 0)).toBe(24 * 60);
  expect(x.verdict).toBe('drift');
});

test('a table for people, and --fail-on', async () => {
  const { status, stdout } = await modelwatch(['query', asked, ...RANGE, '--fail-on', 'drift']);
  expect(status).toBe(1);
  expect(stdout).toMatch(/^2 of 6 drifted, compared with 2013-07-01 to 2013-07-02 UTC\.$/m);
  expect(stdout).toMatch(/^x, 1, 2013-07-04T00:00: /m);
});

describe('bad input: status 2 and one clear line', () => {
  test.each([
    [[], 'needs one file with the query'],
    [['none.json'], 'none.json not found'],
    [[put('broken.json', '{')], 'is not valid JSON'],
    [[put('wrong.json', JSON.stringify({ ...query, kind: 'drifft' }))], '"kind"'],
    [[asked, '--from', 'yesterday', '--to', 'now'], '--from: "yesterday" is not a time'],
    [[asked, '--from', 'now-1h'], '--to is missing'],
    [[asked, '--from', 'now', '--to', 'now-1h'], 'must lie before'],
    [
      [asked, '--from', '2014-01-01T00:00:00Z', '--to', '2014-01-03T00:00:00Z'],
      'log.csv has no rows from 2014-01-01 to 2014-01-03 UTC. Its rows are from 2013-07-01 to 2013-07-04 23:59 UTC.',
    ],
    [
      [
        put(
          'bias.json',
          JSON.stringify({ kind: 'quality', current: { path: 'log.csv' }, bias: { prediction: 'versoin', label: 'x' } })
        ),
      ],
      '"bias.prediction": no column "versoin" is checked. Did you mean version?',
    ],
    [
      [
        put(
          'nothing.json',
          JSON.stringify({ kind: 'quality', current: { path: 'log.csv' }, baseline: { kind: 'profile', id: 'a' } })
        ),
        '--connections',
        put('away.yaml', 'connections: {files: {type: file, folder: .}}\nprofiles: away\n'),
      ],
      'There is no profile "a": the folder of profiles is not there',
    ],
    [[asked, '--connections', put('odd.yaml', 'connections: {a: {type: oracle}}')], '"connections.a.type"'],
    [[asked, '--connections', put('bad.yaml', 'a: [')], 'is not valid YAML'],
    [
      [put('outside.json', JSON.stringify({ ...query, current: { ...query.current, path: '../log.csv' } }))],
      '../log.csv lies outside',
    ],
  ])('%j', async (args, message) => {
    const { status, stdout, stderr } = await modelwatch(['query', ...args]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^modelwatch: [^\n]+\n$/);
  });
});

test('tells which version is active since when', async () => {
  const versions = put(
    'versions.json',
    JSON.stringify({
      kind: 'versions',
      window: '1d',
      current: { path: 'log.csv', timeField: 'time' },
      feature: { name: 'version' },
    })
  );
  const { stdout } = await modelwatch(['query', versions, ...RANGE]);
  expect(stdout).toMatch(/^version\s+status\s+share\s+calls\s+first seen\s+active since\s+last seen\n/);
  const rows = await resultsOf('query', versions, ...RANGE);
  expect(rows.map(({ version }) => version).sort()).toEqual(['1', '2']);
});
