import { seededRandom } from '../random/seededRandom';
import { compareColumns } from './compareColumns';
import type { ParityValue } from './compareValues';
import { holdSameRows } from './holdSameRows';

const N = 4000;
const random = seededRandom(7, 'parity');
const uniform = Array.from({ length: N }, () => random.next());
const skewed = uniform.map((u) => 0.5 - 40 * Math.log(1 - u));
const names = uniform.map((u) => (u < 0.5 ? 'American' : u < 0.8 ? 'United' : u < 0.95 ? 'Delta' : 'JetBlue'));
/** The same rows in another order, every third left out where `other` rows of the same kind are meant. */
const shuffled = <T>(values: readonly T[], other: boolean): T[] =>
  values.map((_, i) => values[(i * 1237 + 11) % values.length]).filter((_, i) => !other || i % 3 > 0);

describe.each([
  ['the same rows', false],
  ['other rows of the same kind', true],
])('of %s', (_, other) => {
  const sides = { sameRows: !other, columns: 1 };
  const found = (training: readonly ParityValue[], served: readonly ParityValue[]) =>
    compareColumns(Object.freeze([...training]), Object.freeze(shuffled(served, other)), sides);

  it.each<[string, readonly ParityValue[], readonly ParityValue[], object]>([
    ['nothing', skewed, skewed, { kind: other ? 'alike' : 'same' }],
    ['kilometers', skewed, skewed.map((x) => x * 1.609344), { kind: 'scaled', factor: 1.609344 }],
    ['the sign', skewed, skewed.map((x) => -x), { kind: 'scaled', factor: -1 }],
    ['a logarithm', skewed, skewed.map(Math.log), { kind: 'logarithm', of: 'ln' }],
    ['log1p', skewed, skewed.map(Math.log1p), { kind: 'logarithm', of: 'log1p' }],
    ['limits', skewed, skewed.map((x) => Math.min(x, 60)), { kind: 'clipped', high: 60 }],
    [
      'what was missing',
      skewed.map((x, i) => (i % 7 === 0 ? null : x)),
      skewed.map((x, i) => (i % 7 === 0 ? -1 : x)),
      { kind: 'missing_filled', filled: 'served', value: -1 },
    ],
    [
      'what is missing',
      names.map((x, i) => (i % 7 === 0 ? 'none' : x)),
      names.map((x, i) => (i % 7 === 0 ? null : x)),
      { kind: 'missing_filled', filled: 'training', value: 'none' },
    ],
    ['case', names, names.map((x) => x.toLowerCase()), { kind: 'case' }],
    ['spaces', names, names.map((x) => ` ${x}`), { kind: 'whitespace' }],
    ['length', names, names.map((x) => x.slice(0, 5)), { kind: 'truncated_text', length: 5 }],
    ['codes', names, names.map((x) => `${x.charCodeAt(0)}-`), { kind: 'mapped', categories: 4 }],
    ['type', skewed, skewed.map((x) => `${x} km`), { kind: 'type', training: 'numbers', served: 'text' }],
    ['anything else', names, names.map((x, i) => (i % 2 === 0 ? 'other' : x)), { kind: 'other' }],
  ])('names a change of %s', (_name, training, served, difference) => {
    expect(found(training, served).difference).toMatchObject(difference);
  });
});

const same = (change: (x: number) => number) => compareColumns(skewed, shuffled(skewed.map(change), false));

describe('of rows that two days have by chance', () => {
  const draw = (n: number, of: (u: number) => ParityValue) => Array.from({ length: n }, () => of(random.next()));
  const KINDS: Readonly<Record<string, (u: number) => ParityValue>> = {
    numbers: (u) => -40 * Math.log(1 - u),
    'few numbers': (u) => Math.floor(8 * u * u),
    names: (u) => (u < 0.5 ? 'AA' : u < 0.8 ? 'UA' : u < 0.99 ? 'DL' : 'B6'),
    'numbers of which some are missing': (u) => (u < 0.1 ? null : u),
  };

  it.each(Object.keys(KINDS))("%s don't differ, as many or not", (kind) => {
    for (const served of [300, 300, 2000]) {
      const names = Array.from({ length: 40 }, () => {
        const columns = [draw(300, KINDS[kind]), draw(served, KINDS[kind])] as const;
        const sides = { sameRows: holdSameRows([columns]), columns: 40 };
        return compareColumns(...columns, sides).difference.kind;
      });
      expect(names.filter((name) => name !== 'alike' && name !== 'same')).toEqual([]);
    }
  });

  it('differ where they do for sure and by more than a hundredth, and of the same rows always', () => {
    const one = draw(4000, KINDS.names);
    const swapped = one.map((name, i) => (i % 500 === 0 ? 'DL' : name));
    expect(compareColumns(one, swapped).difference.kind).toBe('alike');
    expect(compareColumns(one, swapped, { sameRows: true, columns: 3 }).difference.kind).toBe('other');
    const more = one.map((name, i) => (i % 5 === 0 ? 'DL' : name));
    expect(compareColumns(one, more).difference.kind).toBe('other');
    const values = draw(4000, KINDS.numbers) as number[];
    const strange = values.map((x, i) => (i % 500 === 0 ? x * x : x));
    expect(compareColumns(values, strange).difference.kind).toBe('alike');
    expect(compareColumns(values, strange, { sameRows: true, columns: 3 }).difference.kind).toBe('other');
  });

  it('differ where more are missing, and nothing else', () => {
    const values = draw(2000, KINDS.names);
    const less = (every: number) => values.map((value, i) => (i % every === 0 ? null : value));
    expect(compareColumns(values, less(10)).difference).toEqual({ kind: 'missing_share', training: 0, served: 0.1 });
    expect(compareColumns(less(10), values).difference).toMatchObject({ training: 0.1, served: 0 });
    expect(compareColumns(values, less(1000)).difference.kind).toBe('alike');
    expect(
      compareColumns(
        values,
        values.map(() => null)
      ).difference
    ).toMatchObject({ kind: 'missing_share', served: 1 });
    expect(compareColumns([1, 2, 3], [null, null, null]).difference.kind).toBe('alike');
  });

  it('are known for the same by a column of many values, but not by the numbers of the rows', () => {
    const values = draw(300, KINDS.numbers);
    const few = draw(300, KINDS.names);
    const numbers = values.map((_, i) => i);
    expect(holdSameRows([[values, [...values].reverse()]])).toBe(true);
    expect(holdSameRows([[values, draw(300, KINDS.numbers)]])).toBe(false);
    expect(holdSameRows([[values, values.slice(1)]])).toBe(false);
    expect(
      holdSameRows([
        [few, [...few].reverse()],
        [numbers, numbers],
      ])
    ).toBe(false);
  });
});

it.each<[string, (x: number) => number, object]>([
  ['an offset', (x) => x - 273.15, { kind: 'offset', offset: expect.closeTo(-273.15, 6) as number }],
  [
    'Fahrenheit',
    (x) => 1.8 * x + 32,
    { kind: 'affine', factor: expect.closeTo(1.8, 6) as number, offset: expect.closeTo(32, 4) as number },
  ],
  ['decimals', (x) => Math.round(x * 100) / 100, { kind: 'rounded', decimals: 2 }],
  ['whole numbers', (x) => Math.trunc(x), { kind: 'truncated_decimals', decimals: 0 }],
])('names %s of the same rows to the digit', (_, change, difference) => {
  const found = same(change);
  expect(found.difference).toMatchObject(difference);
  expect(found.remaining).toBeLessThan(0.001);
});

it('says how far apart they are where no rule is known, and takes no swap of rows for a difference', () => {
  const strange = same((x) => (x % 2 < 1 ? x : x * x));
  expect(strange.difference).toEqual({ kind: 'other' });
  expect(strange.distance).toBeGreaterThan(0.1);
  expect(strange.remaining).toBe(strange.distance);
  expect(compareColumns([1, 2], [2, 1])).toMatchObject({ difference: { kind: 'same' }, distance: 0 });
});

it.each<[ParityValue[], ParityValue[], string]>([
  [[], [], 'same'],
  [[null], [null], 'same'],
  [[null], [1], 'missing_filled'],
  [[1], [null], 'missing_filled'],
  [[1, 1], [1, 1], 'same'],
  [[NaN, 1], [1, NaN], 'same'],
  [[NaN], [1], 'not_finite'],
  [[Infinity], [Infinity], 'other'],
])('has an answer for %j and %j', (training, served, kind) => {
  expect(compareColumns(training, served, { sameRows: true, columns: 1 }).difference.kind).toBe(kind);
});

it.each([Infinity, -Infinity, NaN])('without a key, a share of %d is a difference', (value) => {
  const training = Array.from({ length: 400 }, (_, i) => 0.5 * i + 0.25);
  const served = training.map((x, i) => (i % 10 === 0 ? value : x));
  expect(compareColumns(training, served).difference).toEqual({
    kind: 'not_finite',
    value: String(value),
    training: 0,
    served: 0.1,
  });
  expect(compareColumns(served, served).difference.kind).toBe('same');
});
