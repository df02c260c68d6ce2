/** @jest-environment node */
import { compareValues, type ParityValue } from './compareValues';

const miles = [12.3456, 99.5, 1234.25, 7.125, 0.5, -3.75];
const towns = ['New York', 'Boston', 'New York', 'Boston', 'Chicago', 'Chicago'];
const difference = (training: readonly ParityValue[], change: (value: ParityValue, i: number) => ParityValue) =>
  compareValues(Object.freeze([...training]), Object.freeze(training.map(change))).difference;
const number = (change: (value: number) => number) => difference(miles, (value) => change(Number(value)));
const text = (change: (value: string) => string) => difference(towns, (value) => change(String(value)));

it.each([
  ['the same', number((x) => x), { kind: 'same' }],
  ['the same in single precision', number(Math.fround), { kind: 'same' }],
  ['miles as kilometres', number((x) => x * 1.609344), { kind: 'scaled', factor: expect.closeTo(1.609344, 9) }],
  ['another origin', number((x) => x - 32), { kind: 'offset', offset: expect.closeTo(-32, 9) }],
  [
    'a quarter of an hour',
    difference([1767225600000, 1767312000000], (x) => Number(x) - 900_000),
    { kind: 'offset', offset: -900_000 },
  ],
  ['two decimals', number((x) => Number(x.toFixed(2))), { kind: 'rounded', decimals: 2 }],
  ['whole numbers', number(Math.trunc), { kind: 'truncated_decimals', decimals: 0 }],
  ['no rule', number((x) => x * x), { kind: 'other' }],
  ['capitals', text((x) => x.toUpperCase()), { kind: 'case' }],
  ['spaces', text((x) => ` ${x} `), { kind: 'whitespace' }],
  ['both', text((x) => ` ${x.toLowerCase()}`), { kind: 'case_and_whitespace' }],
  ['three letters', text((x) => x.slice(0, 3)), { kind: 'truncated_text', length: 3 }],
  [
    'codes',
    text((x) => ({ 'New York': 'JFK', Boston: 'BOS' })[x] ?? 'ORD'),
    { kind: 'mapped', categories: 3, example: ['New York', 'JFK'] },
  ],
] as const)('names %s', (_, found, expected) => {
  expect(found).toEqual(expected);
});

it.each([0, -1, -999])('names missing values that are served as %d', (filled) => {
  const training = [1.5, null, 2.5, null, 4];
  const served = training.map((value) => value ?? filled);
  expect(compareValues(training, served)).toEqual({
    rows: 5,
    differing: 2,
    first: 1,
    difference: { kind: 'missing_filled', filled: 'served', value: filled },
  });
  expect(compareValues(served, training).difference).toEqual({
    kind: 'missing_filled',
    filled: 'training',
    value: filled,
  });
});

it('takes no rule from rows that could follow any', () => {
  expect(compareValues(['a', 'b', 'c'], ['x', 'y', 'z']).difference.kind).toBe('other');
  expect(compareValues([], [])).toEqual({ rows: 0, differing: 0, first: null, difference: { kind: 'same' } });
});

it.each<[string, (x: number) => number, object]>([
  ['Fahrenheit', (x) => 1.8 * x + 32, { kind: 'affine', factor: expect.closeTo(1.8, 9) as number }],
  ['a logarithm', Math.log10, { kind: 'logarithm', of: 'log10' }],
  ['limits', (x) => Math.min(Math.max(x, 5), 20.5), { kind: 'clipped', low: 5, high: 20.5 }],
])('names %s', (_, change, difference) => {
  const values = Array.from({ length: 30 }, (_, i) => 0.37 + i * 1.13);
  expect(compareValues(values, values.map(change)).difference).toMatchObject(difference);
});

it('names a type that changed', () => {
  const difference = { kind: 'type', training: 'numbers', served: 'text' };
  expect(compareValues([1, null], ['1', null]).difference).toEqual(difference);
});
