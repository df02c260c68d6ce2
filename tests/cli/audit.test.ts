/** @jest-environment node */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { modelwatch } from './modelwatch';

const DEMO = path.resolve(__dirname, '../../demo');
const RANGE = ['--from', '2013-06-24T04:00:00Z', '--to', '2013-07-15T04:00:00Z'];
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'modelwatch-audit-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

const connections = path.join(folder, 'connections.yaml');
fs.writeFileSync(connections, `connections:\n  flights: { type: file, folder: ${DEMO} }\n`);

function stored(name: string, query: object): string {
  const file = path.join(folder, `${name}.json`);
  fs.writeFileSync(file, JSON.stringify(query));
  return file;
}

const current = { path: 'flights.parquet', timeField: 'time', features: [{ name: 'temperature_f' }] };
const rule = stored('rule', {
  version: 1,
  kind: 'drift',
  window: '1d',
  timezone: 'America/New_York',
  current,
  baseline: { kind: 'seasonal', period: '1w', count: 4 },
  decision: { significance: 'sequential', falseAlarmEvery: '90d' },
});

test('a rule over the flights: independent rows alarm every day, the rule on the days without weather reports', async () => {
  const args = ['audit', rule, ...RANGE, '--connections', connections, '--shuffles', '2', '--format', 'json'];
  const { status, stdout } = await modelwatch(args);
  expect(status).toBe(0);
  const { per_days, replays, shuffled } = JSON.parse(stdout);
  expect(per_days).toBe(90);
  const [iid, , sequential] = replays;
  expect([iid.significance, iid.looks, iid.promised_counts]).toEqual(['iid', 21, 'alarms']);
  expect(iid.alarms).toBeGreaterThanOrEqual(19);
  expect(sequential).toMatchObject({
    significance: 'sequential',
    looks: 21,
    undecided: 0,
    promised_counts: 'episodes',
  });
  expect(sequential.promised).toBeCloseTo(21 / 90, 9);
  expect(sequential.fired[0]).toMatchObject({ from: '2013-07-02T04:00:00.000Z', feature: 'temperature_f' });
  expect(sequential.fired[0].reason).toContain('missing rate');
  expect(shuffled.map(({ looks }: { looks: number }) => looks)).toEqual([42, 42]);
});

test('a table for people', async () => {
  const { status, stdout } = await modelwatch(['audit', rule, ...RANGE, '--connections', connections]);
  expect(status).toBe(0);
  expect(stdout).toContain('This query says "sequential".');
  expect(stdout).toMatch(/^sequential +21 +0 +\d+ +[\d.]+% +\d+ +[\d.]+ \([\d.e-]+ to [\d.]+\) +0\.233 episodes$/m);
  expect(stdout).toContain('What "sequential" fired on:');
});

test('marks of a file say how many alarms were right, and one that is none is refused', async () => {
  const marks = path.join(folder, 'marks.yaml');
  fs.writeFileSync(
    marks,
    '- { mark: true-alarm, from: 2013-07-02T04:00:00Z, to: 2013-07-04T04:00:00Z, text: no reports }\n'
  );
  const args = ['audit', rule, ...RANGE, '--connections', connections, '--shuffles', '0'];
  const { status, stdout } = await modelwatch([...args, '--marks', marks]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^sequential +1 +0 +\d+ +100% \(20\.7% to 100%\)$/m);
  fs.writeFileSync(marks, '- { mark: truth, from: 2013-07-02 }\n');
  const refused = await modelwatch([...args, '--marks', marks]);
  expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('"decision.marks.0.mark"')]);
});

const versions = stored('versions', {
  version: 1,
  kind: 'versions',
  window: '1d',
  current: { path: 'flights.parquet', timeField: 'time' },
  feature: { name: 'model_version' },
});

test.each([
  [['audit'], 'needs one file with the query'],
  [['audit', rule], 'needs --from and --to'],
  [['audit', rule, ...RANGE, '--shuffles', 'many'], '--shuffles: "many" is not a whole number'],
  [['audit', versions, ...RANGE], 'this one is of the kind "versions"'],
])('%j is refused with one line', async (args, message) => {
  const { status, stdout, stderr } = await modelwatch([
    ...args,
    ...(args.length > 1 ? ['--connections', connections] : []),
  ]);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(message);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
