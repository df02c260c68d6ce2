import { CASES } from '../fixtures/causes/cases';
import { modelwatch, resultsOf } from './modelwatch';
import { sampleFolder } from './samples';

const { csv } = sampleFolder();
const [{ rows: newCarrier }] = CASES;
const rows = newCarrier();
const columns = (from: number, to: number) =>
  Object.fromEntries(Object.keys(rows[0]).map((name) => [name, rows.slice(from, to).map((row) => row[name])]));
const half = rows.length / 2;
const baseline = csv('causes-before.csv', columns(0, half));
const current = csv('causes-now.csv', columns(half, rows.length));
const both = csv('causes.csv', columns(0, rows.length));
const files = ['--baseline', baseline, '--current', current, '--feature', 'distance'];

test('says where a drift comes from, and answers it as a status', async () => {
  const { status, stdout, stderr } = await modelwatch(['explain', ...files, '--fail-on', 'drift']);
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(stdout).toMatch(/^Leaving out carrier HA removes \d+% of the drift\.\n/);
  expect(stdout).toMatch(/carrier HA +slice +\d+% /);
  const noise = await modelwatch(['explain', ...files.slice(0, 4), '--feature', 'noise', '--fail-on', 'drift']);
  expect(noise).toMatchObject({ status: 0, stdout: expect.stringContaining('noise has not drifted') as string });
});

test('takes fields, a number of causes, and times of one file', async () => {
  const range = ['--from', '2024-03-11', '--to', '2024-03-18'];
  const own = [
    '--current',
    both,
    '--time',
    'time',
    '--offset',
    '7d',
    '--feature',
    'distance',
    '--by',
    'carrier',
    '--top',
    '1',
  ];
  const results = await resultsOf('explain', ...own, ...range);
  expect(results.map(({ cause, cause_kind, since }) => [cause, cause_kind, since])).toEqual([
    ['carrier HA', 'slice', '2024-03-11T00:00:00.000Z'],
  ]);
});

test.each([
  [['explain', '--current', current], '--baseline is missing'],
  [['explain', '--baseline', baseline], '--current is missing'],
  [['explain', ...files, 'more.csv'], 'belongs to no option'],
  [['explain', ...files, '--top', 'x'], '--top: "x" is not a whole number'],
  [['explain', ...files, '--by', 'nothing'], '"by": the current data has no field "nothing"'],
  [['explain', ...files.slice(0, 4), '--feature', 'nothing'], '"target": "nothing" is not among'],
])('says what is wrong: %j', async (args, message) => {
  const { status, stderr } = await modelwatch(args);
  expect(status).toBe(2);
  expect(stderr).toContain(message);
});
