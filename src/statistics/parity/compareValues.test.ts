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
  ['miles as kilometers', number((x) => x * 1.609344), { kind: 'scaled', factor: expect.closeTo(1.609344, 9) }],
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

describe('what is not finite', () => {
  const training = Array.from({ length: 100 }, (_, i) => 0.5 * i + 0.25);
  const every = (value: number) => training.map((x, i) => (i % 10 === 0 ? value : x));

  it.each([Infinity, -Infinity, NaN])('%d is not a finite number, and is itself', (value) => {
    expect(compareValues(training, every(value))).toMatchObject({
      ...{ differing: 10, first: 0 },
      difference: { kind: 'not_finite', value: String(value), training: 0, served: 0.1 },
    });
    expect(compareValues(every(value), training)).toMatchObject({ differing: 10, first: 0 });
    expect(compareValues(every(value), every(value)).differing).toBe(0);
  });

  it('plus is not minus', () => {
    expect(compareValues(every(Infinity), every(-Infinity)).differing).toBe(10);
  });

  it('NaN is not missing, and is named as what fills it', () => {
    const missing = training.map((x, i) => (i % 10 === 0 ? null : x));
    expect(compareValues(missing, every(NaN)).difference).toEqual({
      kind: 'missing_filled',
      filled: 'served',
      value: NaN,
    });
    expect(compareValues(every(Infinity), missing).difference).toMatchObject({ filled: 'training', value: Infinity });
  });
});

it('judges near zero by the size of the column', () => {
  const before = [0, 1.5, -2.25, 3.5, 0];
  const rest = (size: number) => compareValues(before, [size, 1.5, -2.25, 3.5, -size]).differing;
  expect([rest(1e-9), rest(1e-5)]).toEqual([0, 2]);
  // A column of small numbers has small differences.
  const small = before.map((x) => x * 1e-9);
  expect(
    compareValues(
      small,
      small.map((x) => x + 1e-13)
    ).differing
  ).toBe(5);
  // One huge value doesn't make the others the same.
  expect(compareValues([...before, 1e12], [0.5, 1.5, -2.25, 3.5, 0, 1e12]).differing).toBe(1);
});

it('takes true, True and 1 for one truth, where a column holds nothing else', () => {
  const truth = ['true', 'false', null, 'true'];
  for (const other of [['True', 'False', null, 'True'], ['1', '0', null, '1'], [1, 0, null, 1], truth]) {
    expect(compareValues(truth, other)).toMatchObject({ differing: 0, difference: { kind: 'same' } });
  }
  expect(compareValues(truth, [1, 1, null, 1])).toMatchObject({ differing: 1 });
  expect(compareValues(truth, [2, 0, null, 1]).differing).toBe(3);
  expect(compareValues(['true', 'maybe'], ['True', 'maybe']).difference).toEqual({ kind: 'case' });
});

it('compares integers of any length by their digits', () => {
  expect(compareValues(['9007199254740993'], ['9007199254740992']).differing).toBe(1);
});
