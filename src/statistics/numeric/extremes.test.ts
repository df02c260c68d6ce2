/** @jest-environment node */
import type { Histogram } from '../../distribution/Distribution';
import { sampleFromValues } from '../../distribution/sampleFromValues';
import { countsOf } from '../../distribution/valueCounts';
import { runTest } from '../runTest';
import { TEST_FUNCTIONS } from '../testFunctions';
import { histogramOf } from '../testing/distributions';
import { expectNear } from '../testing/expectNear';
import { expectedWassersteinNormed } from './expectedWassersteinNormed';

const OPTIONS = { seed: 1, permutations: 200, exactKs: true };
const wave = (size: number, step: number) => Array.from({ length: size }, (_, i) => Math.sin((i + 1) * step));
const moved = (values: number[], scale: number, offset: number) =>
  sampleFromValues(values.map((x) => x * scale + offset));
const A = wave(40, 1.7);
const B = wave(50, 2.3).map((x) => x + 0.5);

describe('scale and offset', () => {
  const invariant = [
    'ks',
    'anderson_darling',
    'cramer_von_mises',
    'mann_whitney',
    'welch_t',
    'student_t',
    'mmd',
  ] as const;

  it.each([1e300, 1e-300, 2 ** -1000])('of %p change nothing that has no unit', (scale) => {
    for (const name of [...invariant, 'epps_singleton' as const]) {
      const plain = TEST_FUNCTIONS[name](moved(A, 1, 0), moved(B, 1, 0), OPTIONS);
      const scaled = TEST_FUNCTIONS[name](moved(A, scale, 0), moved(B, scale, 0), OPTIONS);
      expect(Math.abs(scaled.statistic! - plain.statistic!)).toBeLessThan(1e-9 * (1 + Math.abs(plain.statistic!)));
      expect(Math.abs(scaled.pValue! - plain.pValue!)).toBeLessThan(1e-9);
    }
  });

  it('distances follow the scale', () => {
    const plain = TEST_FUNCTIONS.wasserstein(moved(A, 1, 0), moved(B, 1, 0), OPTIONS).statistic!;
    const huge = TEST_FUNCTIONS.wasserstein(moved(A, 1e300, 0), moved(B, 1e300, 0), OPTIONS);
    expect(huge.statistic! / 1e300).toBeCloseTo(plain, 12);
    const normed = TEST_FUNCTIONS.wasserstein_normed(moved(A, 1, 0), moved(B, 1, 0), OPTIONS).statistic!;
    const hugeNormed = TEST_FUNCTIONS.wasserstein_normed(moved(A, 1e300, 0), moved(B, 1e300, 0), OPTIONS);
    expect(hugeNormed.statistic).toBeCloseTo(normed, 12);
    const expected = expectedWassersteinNormed(moved(A, 1, 0), moved(B, 1, 0))!;
    expect(expectedWassersteinNormed(moved(A, 1e300, 0), moved(B, 1e300, 0))).toBeCloseTo(expected, 12);
  });

  it.each([
    ['wasserstein', 1],
    ['energy', 0.5],
  ] as const)(
    '%s of whole multiples of the smallest double and of the largest values is right to the digit',
    (name, power) => {
      const [a, b] = [A, B].map((values) => values.map((x) => Math.round(1000 * x)));
      const plain = TEST_FUNCTIONS[name](moved(a, 1, 0), moved(b, 1, 0), OPTIONS);
      for (const scale of [2 ** -1074, 2 ** -1000, 2 ** 1013]) {
        const scaled = TEST_FUNCTIONS[name](moved(a, scale, 0), moved(b, scale, 0), OPTIONS);
        // The distance itself may lie between two of the smallest doubles.
        const digits = name === 'wasserstein' && scale < 2 ** -1073 ? 1 / plain.statistic! : 1e-12;
        expect(Math.abs(scaled.statistic! / scale ** power / plain.statistic! - 1)).toBeLessThan(digits);
        expect(scaled.pValue).toBe(plain.pValue);
      }
      const apart = TEST_FUNCTIONS[name](moved([-1, -1], 1.7e308, 0), moved([1, 1], 1.7e308, 0), OPTIONS);
      if (name === 'energy') {
        expectNear(apart.statistic, 2 * Math.sqrt(1.7e308), 1e-15);
      } else {
        expect(apart.undefinedReason).toBe('the values are too far apart for their distance to be a number');
      }
    }
  );

  it.each([1e300, Number.MAX_VALUE, -Number.MAX_VALUE, 5e-324])(
    'a single value, %p, has no distance from itself',
    (value) => {
      for (const name of ['wasserstein', 'wasserstein_normed', 'energy', 'cramer_von_mises'] as const) {
        const statistic = TEST_FUNCTIONS[name](
          sampleFromValues([value, value]),
          sampleFromValues([value]),
          OPTIONS
        ).statistic;
        expect(statistic ?? 0).toBe(0);
      }
    }
  );

  it.each([1e-312, 1e-160, 0.001, 1e9])('histograms with totals of %p times ten keep their distances', (unit) => {
    const counts = (bins: number[], times: number) =>
      histogramOf(
        [0, 1, 2, 3, 4],
        bins.map((x) => x * times)
      );
    for (const name of ['ks', 'wasserstein', 'wasserstein_normed', 'energy', 'total_variation'] as const) {
      const figures = (times: number) => {
        const a = counts([1, 2, 3, 4], times);
        const { statistic, statisticLow, statisticHigh } = TEST_FUNCTIONS[name](a, counts([4, 2, 3, 2], times), {
          seed: 1,
          permutations: 0,
        });
        return [statistic, statisticLow, statisticHigh];
      };
      const expected = figures(1);
      expect(figures(unit).map((figure) => figure === null)).toEqual(expected.map((figure) => figure === null));
      figures(unit).forEach((figure, i) => expectNear(figure ?? 0, expected[i] ?? 0, 1e-12));
    }
  });

  it('an offset of 1e9 costs no digits of values that hold them', () => {
    const whole = (values: number[]) => values.map((x) => Math.round(x * 1024) / 1024);
    for (const name of [...invariant, 'epps_singleton', 'energy', 'wasserstein', 'wasserstein_normed'] as const) {
      const plain = TEST_FUNCTIONS[name](moved(whole(A), 1, 0), moved(whole(B), 1, 0), OPTIONS);
      const offset = TEST_FUNCTIONS[name](moved(whole(A), 1, 1e9), moved(whole(B), 1, 1e9), OPTIONS);
      expect(Math.abs(offset.statistic! / plain.statistic! - 1)).toBeLessThan(1e-9);
      expect(Math.abs(offset.pValue! - plain.pValue!)).toBeLessThan(1e-9);
    }
  });
});

describe('no p-value is 0 while a double can hold it', () => {
  const far = [moved(wave(400, 1.7), 1, 0), moved(wave(400, 2.3), 1, 2.5)] as const;
  it.each(['ks', 'welch_t', 'student_t', 'mann_whitney', 'cramer_von_mises'] as const)('%s', (name) => {
    const { pValue } = TEST_FUNCTIONS[name](far[0], far[1], OPTIONS);
    expect(pValue).toBeGreaterThan(0);
    expect(pValue).toBeLessThan(1e-30);
  });
});

it('Student’s t takes a single value on one side, which adds no variance', () => {
  // scipy.stats.ttest_ind([1.5], [0.25, -1, 0.5, 2, 0.75]), SciPy 1.17.1
  const [one, five] = [sampleFromValues([1.5]), sampleFromValues([0.25, -1, 0.5, 2, 0.75])];
  const { statistic, pValue, details } = TEST_FUNCTIONS.student_t(one, five, OPTIONS);
  expectNear(statistic, 0.8489527199560178, 1e-12);
  expectNear(pValue, 0.4437283967435451, 1e-12);
  expect(details).toEqual({ degrees_of_freedom: 4 });
  expect(TEST_FUNCTIONS.student_t(one, one, OPTIONS).undefinedReason).toBe(
    'both samples together have fewer than three values'
  );
  expect(TEST_FUNCTIONS.welch_t(one, five, OPTIONS).undefinedReason).toBe('a side has fewer than two values');
});

it('more rows than a double can count are refused, and at once', () => {
  const many = histogramOf([0, 1, 2], [1e160, 1e160]);
  for (const name of ['ks', 'anderson_darling', 'psi'] as const) {
    expect(runTest(name, 'numeric', many, many, OPTIONS).undefinedReason).toBe(
      'has more rows than can be counted exactly'
    );
  }
});

describe('undefined is said', () => {
  const some = moved(A, 1, 0);
  const constant = sampleFromValues([2, 2, 2, 2, 2, 2]);
  const infinite = sampleFromValues([...A, Infinity]);
  const empty = sampleFromValues([null, NaN]);
  const numeric = [
    ...(['ks', 'anderson_darling', 'cramer_von_mises', 'mann_whitney', 'welch_t', 'student_t'] as const),
    ...(['epps_singleton', 'energy', 'wasserstein', 'wasserstein_normed', 'mmd'] as const),
  ];

  it.each(numeric)('%s without values', (name) => {
    expect(TEST_FUNCTIONS[name](empty, some, OPTIONS).undefinedReason).toBe('the baseline has no values');
    expect(TEST_FUNCTIONS[name](some, empty, OPTIONS).undefinedReason).toBe('the current sample has no values');
  });

  it.each(['welch_t', 'student_t', 'energy', 'wasserstein', 'wasserstein_normed', 'epps_singleton', 'mmd'] as const)(
    '%s with infinite values',
    (name) => expect(TEST_FUNCTIONS[name](some, infinite, OPTIONS).undefinedReason).toMatch(/infinite values/)
  );

  it('constants', () => {
    const reasonOf = (name: (typeof numeric)[number]) =>
      TEST_FUNCTIONS[name](constant, constant, OPTIONS).undefinedReason ?? 'defined';
    expect(Object.fromEntries(numeric.map((name) => [name, reasonOf(name)]))).toEqual({
      ks: 'defined',
      anderson_darling: 'all values are equal',
      cramer_von_mises: 'all values are equal',
      mann_whitney: 'all values are equal',
      welch_t: 'both samples are constant, so that there is no variance to compare with',
      student_t: 'both samples are constant, so that there is no variance to compare with',
      epps_singleton: 'half of all values are equal, so that there is no unit to measure in',
      energy: 'defined',
      wasserstein: 'defined',
      wasserstein_normed: 'defined',
      mmd: 'defined',
    });
  });

  it('a baseline without scale is normed by 0.001', () => {
    const result = TEST_FUNCTIONS.wasserstein_normed(constant, sampleFromValues([2.5]), OPTIONS);
    expect(result.statistic).toBeCloseTo(500, 9);
  });
});

describe('counts of a thousand million', () => {
  const histogram = (bins: number[]): Histogram => ({
    kind: 'histogram',
    counts: countsOf(bins.reduce((sum, count) => sum + count, 0)),
    edges: Float64Array.of(-Infinity, 0, 1, 2, Infinity),
    bins: Float64Array.from(bins),
    closed: 'right',
    guarantee: 'exact',
  });
  const a = histogram([0, 5e8, 5e8, 0]);
  const b = histogram([0, 5e8 + 5e4, 5e8 - 5e4, 0]);

  it('keep their digits', () => {
    const result = TEST_FUNCTIONS.ks(a, b, OPTIONS);
    expect(result.statisticLow).toBeCloseTo(5e-5, 12);
    // 2·exp(−2·D²·nm/N) at D = 5e-5.
    expect(result.pValueHigh! / 0.1640791977 - 1).toBeLessThan(1e-6);
    expect(TEST_FUNCTIONS.mann_whitney(a, b, OPTIONS).undefinedReason).toBeUndefined();
    expect(TEST_FUNCTIONS.wasserstein(a, b, OPTIONS).statisticLow).toBeCloseTo(0, 12);
  });

  it('in a bucket without a bound leave no distance, but a KS', () => {
    const open = histogram([10, 20, 30, 40]);
    expect(TEST_FUNCTIONS.wasserstein(open, a, OPTIONS).undefinedReason).toMatch(/bucket without a bound/);
    expect(TEST_FUNCTIONS.ks(open, a, OPTIONS).guarantee).toBe('bounded');
    expect(expectedWassersteinNormed(open, a)).toBeNull();
  });
});
