import { dirname, join } from 'node:path';
import { modelwatch, resultsOf, type ResultRow } from './modelwatch';
import { normal, sampleFolder } from './samples';

const { csv } = sampleFolder();
const DAY = 86_400_000;
const MONDAY = Date.UTC(2024, 0, 1);
const DAYS = 14 * 7;
const A_DAY = 200;
/** In the last three of fourteen weeks' days, values are higher. */
const moved = normal(DAYS * A_DAY, 0, 1).map((value, i) => value + (i >= (DAYS - 3) * A_DAY ? 1 : 0));
const log = csv('log.csv', {
  time: moved.map((_, i) => new Date(MONDAY + (i * DAY) / A_DAY).toISOString()),
  x: moved,
});
const base = [
  'drift',
  '--current',
  log,
  '--time',
  'time',
  '--window',
  '1d',
  '--from',
  '2024-04-01',
  '--to',
  '2024-04-08',
];

const drifted = (rows: readonly ResultRow[]) =>
  rows
    .filter(({ verdict, deciding }) => verdict === 'drift' && deciding === true)
    .map(({ time }) => String(time))
    .sort();

it('compares windows of one file with those of past weeks', async () => {
  const rows = await resultsOf(...base, '--significance', 'sequential', '--false-alarm-every', '60d');
  expect(
    rows
      .filter(({ deciding }) => deciding)
      .map(({ time, verdict }) => [time, verdict])
      .sort()
  ).toEqual([
    ['2024-04-01T00:00:00.000Z', 'no_drift'],
    ['2024-04-02T00:00:00.000Z', 'no_drift'],
    ['2024-04-03T00:00:00.000Z', 'no_drift'],
    ['2024-04-04T00:00:00.000Z', 'no_drift'],
    ['2024-04-05T00:00:00.000Z', 'drift'],
    ['2024-04-06T00:00:00.000Z', 'drift'],
    ['2024-04-07T00:00:00.000Z', 'drift'],
  ]);
  expect(rows[0].score).toBeGreaterThan(Number(rows[0].score_limit));
});

it('shows score and limit in the table, and fails where it is told to', async () => {
  const { stdout, status } = await modelwatch([...base, '--significance', 'calibrated', '--fail-on', 'drift']);
  expect(stdout).toMatch(/from +feature +type +verdict +score +limit/);
  expect(status).toBe(1);
});

it('compares them with windows of another file', async () => {
  const before = csv('before.csv', {
    time: moved.slice(0, 80 * A_DAY).map((_, i) => new Date(MONDAY + (i * DAY) / A_DAY).toISOString()),
    x: moved.slice(0, 80 * A_DAY),
  });
  const rows = await resultsOf(...base, '--baseline', before, '--significance', 'sequential');
  expect(drifted(rows)).toEqual(['2024-04-05', '2024-04-06', '2024-04-07'].map((day) => `${day}T00:00:00.000Z`));
});

it('compares them with a profile of training data', async () => {
  const training = csv('training.csv', { x: moved.slice(0, 20 * A_DAY) });
  const profile = join(dirname(training), 'training.json');
  expect((await modelwatch(['profile', training, '--output', profile])).status).toBe(0);
  const rows = await resultsOf(...base, '--baseline', profile, '--significance', 'sequential', '--season', '1d');
  // Later days are held against a past that has this one in it.
  expect(drifted(rows)[0]).toBe('2024-04-05T00:00:00.000Z');
});

it.each([
  [['--significance', 'sequential'], '--significance sequential compares windows over time: it needs --time COLUMN'],
  [['--time', 'time'], '--time belongs to --significance calibrated or sequential'],
  [['--significance', 'often'], '--significance'],
  [['--significance', 'sequential', '--time', 'time', '--window', 'long'], '--window: "long" is not a duration'],
  [['--significance', 'sequential', '--time', 'time', '--window', '5h'], '"window": (5h) must fit a season of 1w'],
  [['--significance', 'calibrated', '--time', 'time', '--window', '1d', '--seasons', 'x'], '--seasons: "x"'],
])('refuses %j in one line', async (args, message) => {
  const { status, stderr } = await modelwatch(['drift', '--baseline', log, '--current', log, ...args]);
  expect(status).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
