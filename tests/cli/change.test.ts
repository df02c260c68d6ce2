import { modelwatch, resultsOf } from './modelwatch';
import { sampleFolder } from './samples';

const { csv } = sampleFolder();

const DAYS = 40;
const at = (row: number) => new Date(Date.parse('2024-01-01T01:00:00Z') + row * 3_600_000).toISOString();
const rows = Array.from({ length: DAYS * 24 }, (_, row) => row);
/** Different on each day, without any chance in it. */
const wave = (row: number) => Math.sin(1 + Math.floor(row / 24) ** 2);
const file = csv('changes.csv', {
  time: rows.map(at),
  value: rows.map((row) => wave(row) + (row >= 25 * 24 ? 6 : 0)),
  calm: rows.map((row) => wave(row + 7000)),
});

test('finds when a column changed, and answers it as a status', async () => {
  const { status, stdout, stderr } = await modelwatch(['change', file, '--time', 'time', '--fail-on', 'change']);
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(stdout).toMatch(/value, mean +abrupt +2024-01-26T00:00/);
  expect(stdout).toMatch(/calm, mean +no change/);
  const old = ['--fail-on', 'change', '--recent', '2d'];
  expect((await modelwatch(['change', file, '--time', 'time', ...old])).status).toBe(0);
});

test('takes measures and a window', async () => {
  const results = await resultsOf('change', file, '--time', 'time', '--measure', 'avg:value', '--measure', 'count');
  const kinds = results.map(({ feature, kind, time }) => [feature, kind, time]);
  expect(kinds).toEqual([
    ['avg of value', 'abrupt', '2024-01-26T00:00:00.000Z'],
    ['count', 'none', '2024-01-01T00:00:00.000Z'],
  ]);
});

test.each([
  [['change', file], '--time is missing'],
  [['change', '--time', 'time'], 'needs one file'],
  [['change', file, '--time', 'time', '--measure', 'mean:value'], 'is no aggregate'],
  [['change', file, '--time', 'time', '--measure', 'count', '--features', 'value'], 'give one of them'],
  [['change', file, '--time', 'time', '--alpha', 'x'], '--alpha: "x" is not a number'],
  [['change', file, '--time', 'time', '--period', '1w', '--window', '2d'], 'no multiple of the window'],
  [['change', file, '--time', 'when'], 'has no column "when"'],
])('says what is wrong: %j', async (args, message) => {
  const { status, stderr } = await modelwatch(args);
  expect(status).toBe(2);
  expect(stderr).toContain(message);
});
