import { dirname, join } from 'node:path';
import { modelwatch } from './modelwatch';
import { normal, sampleFolder, type Table } from './samples';

const { put } = sampleFolder();
const N = 400;
const START = Date.UTC(2026, 0, 1);

const comma = (value: number) => value.toFixed(2).replace('.', ',');
const lines = ({ price, qty }: Table) =>
  ['price;qty', ...price.map((value, i) => `${String(value)};${String(qty[i])}`), ''].join('\n');
const sales = (mean: number, seed: number): Table => ({
  price: normal(N, mean, seed).map(comma),
  qty: normal(N, 5, seed + 1),
});
const [before, after] = [sales(20, 1), sales(25, 3)];
const beforeFile = put('before.csv', lines(before));
const afterFile = put('after.csv', lines(after));
const log = (day: number) =>
  normal(N, 0, day)
    .map((x, i) => JSON.stringify({ when: START + day * 86_400_000 + i * 1000, x }))
    .join('\n');
const monday = put('monday.ndjson', log(0));
const tuesday = put('tuesday.ndjson', log(1));

const ADVICE =
  'Write plain numbers, such as 12.5, or set "numbers" to {decimal: ","} for the feature or the connection. If text is right, set the type to categorical.';
const DECIMALS = `Warning: price looks like numbers with a decimal comma, such as "${before.price[0]}", but is read as text. ${ADVICE}`;
const DECIMALS_OF_PROFILE = `Warning: price looks like numbers with a decimal comma, but is read as text. ${ADVICE}`;
const NOT_COMPARED = `Values look like numbers with a decimal comma, such as "${before.price[0]}", and weren't compared. ${ADVICE}`;
const TIMES =
  'Warning: when looks like times in milliseconds since 1970, but is read as numbers. Write times as 2026-01-31T12:00:00Z, or exclude the column. If numbers are right, set the type to numeric.';

test.each([
  [['check', afterFile, '--baseline', beforeFile], DECIMALS],
  [['drift', '--baseline', monday, '--current', tuesday], TIMES],
  [['check', tuesday, '--baseline', monday], TIMES],
])('names what may be misread: %j', async (args, warning) => {
  const { status, stdout } = await modelwatch(args);
  expect([status, stdout.split('\n').filter((line) => line.startsWith('Warning'))]).toEqual([0, [warning]]);
  const json = await modelwatch([...args, '--format', 'json']);
  expect((JSON.parse(json.stdout) as { notices: string[] }).notices).toContain(warning.replace('Warning: ', ''));
});

test('does not compare it as text beside what can be compared, and says why', async () => {
  const { status, stdout } = await modelwatch(['drift', '--baseline', beforeFile, '--current', afterFile]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/price +categorical +undefined/);
  expect(stdout).toContain(`price: ${NOT_COMPARED}`);
});

test('has nothing to answer where it is all that is asked for', async () => {
  const args = ['drift', '--baseline', beforeFile, '--current', afterFile, '--features', 'price'];
  expect(await modelwatch(args)).toMatchObject({
    status: 2,
    stderr: `modelwatch: "price" can't be judged. ${NOT_COMPARED}\n`,
  });
});

test('says nothing of it where the type is given', async () => {
  const drift = ['drift', '--baseline', monday, '--current', tuesday, '--types', 'when=numeric'];
  const { stdout } = await modelwatch(drift);
  expect(stdout).toMatch(/when +numeric +drift/);
  expect(stdout).not.toContain('Warning');
});

test('names it when a profile is written, and compares it no more with the profile as a baseline', async () => {
  const output = join(dirname(beforeFile), 'prices.json');
  const { stdout } = await modelwatch(['profile', beforeFile, '--output', output]);
  expect(stdout).toContain(DECIMALS_OF_PROFILE);
  const drift = await modelwatch(['drift', '--baseline', output, '--current', afterFile, '--features', 'price']);
  expect(drift.status).toBe(2);
  expect(drift.stderr).toContain(
    `"price" can't be judged. Values look like numbers with a decimal comma, and weren't compared. ${ADVICE}`
  );
});

test('where numbers are expected, a decimal comma leaves the column without a verdict, and says so', async () => {
  const args = ['drift', '--baseline', beforeFile, '--current', afterFile, '--types', 'price=numeric'];
  const { status, stdout } = await modelwatch(args);
  expect(status).toBe(0);
  expect(stdout).toMatch(/price +numeric +undefined/);
  expect(stdout).toMatch(
    /^price: before\.csv, column "price", row 1: "\d+,\d\d" is not a number\. Write a decimal point instead of the comma, or set "numbers" to \{decimal: ","\}, or set the type to categorical\.$/m
  );
});
