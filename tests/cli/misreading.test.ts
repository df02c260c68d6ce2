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
const before = put('before.csv', lines(sales(20, 1)));
const after = put('after.csv', lines(sales(25, 3)));
const log = (day: number) =>
  normal(N, 0, day)
    .map((x, i) => JSON.stringify({ when: START + day * 86_400_000 + i * 1000, x }))
    .join('\n');
const monday = put('monday.ndjson', log(0));
const tuesday = put('tuesday.ndjson', log(1));

const DECIMALS =
  'Warning: price looks like numbers with a decimal comma, such as 12,5, and is taken for text: write 12.5. If text is right, set the type to categorical.';
const TIMES =
  'Warning: when looks like times in milliseconds since 1970, and is not taken for times: write times as 2026-01-31T12:00:00Z, or leave it out. If numbers are right, set the type to numeric.';

test.each([
  [['drift', '--baseline', before, '--current', after], DECIMALS],
  [['drift', '--baseline', before, '--current', after, '--features', 'price'], DECIMALS],
  [['check', after, '--baseline', before], DECIMALS],
  [['drift', '--baseline', monday, '--current', tuesday], TIMES],
  [['check', tuesday, '--baseline', monday], TIMES],
])('names what may be misread: %j', async (args, warning) => {
  const { status, stdout } = await modelwatch(args);
  expect([status, stdout.split('\n').filter((line) => line.startsWith('Warning'))]).toEqual([0, [warning]]);
  const json = await modelwatch([...args, '--format', 'json']);
  expect((JSON.parse(json.stdout) as { notices: string[] }).notices).toContain(warning.replace('Warning: ', ''));
});

test('says nothing of it where the type is given', async () => {
  const drift = ['drift', '--baseline', monday, '--current', tuesday, '--types', 'when=numeric'];
  const { stdout } = await modelwatch(drift);
  expect(stdout).toMatch(/when +numeric +drift/);
  expect(stdout).not.toContain('Warning');
});

test('names it when a profile is written, and whenever the profile is a baseline', async () => {
  const output = join(dirname(before), 'prices.json');
  const { stdout } = await modelwatch(['profile', before, '--output', output]);
  expect(stdout).toContain(DECIMALS);
  const drift = await modelwatch(['drift', '--baseline', output, '--current', after, '--features', 'price']);
  expect(drift.stdout).toContain(DECIMALS);
});

test('where numbers are expected, a decimal comma is an error that says so', async () => {
  const args = ['drift', '--baseline', before, '--current', after, '--types', 'price=numeric'];
  const { status, stderr } = await modelwatch(args);
  expect(status).toBe(2);
  expect(stderr).toMatch(
    /^modelwatch: before\.csv, column "price", row 1: "\d+,\d\d" is not a number; write a decimal point instead of the comma, or make the feature categorical\.\n$/
  );
});
