/** @jest-environment node */
import { runTest } from '../runTest';
import { chiSquareStatistic } from '../categorical/chiSquare';
import { seededRandom } from '../random/seededRandom';
import { countsFixture } from '../testing/counts.fixture';
import { categoriesWith } from '../testing/distributions';
import { nullDistribution } from './nullDistribution';
import { totalVariationStatistic } from './totalVariation';

const OPTIONS = { seed: 5, permutations: 20000 };

function tableOf(baseline: number[], current: number[], guarantee: 'exact' | 'approximate' = 'exact') {
  const sum = (counts: number[]) => counts.reduce((a, b) => a + b, 0);
  return {
    baseline: Float64Array.from(baseline),
    current: Float64Array.from(current),
    baselineTotal: sum(baseline),
    currentTotal: sum(current),
    guarantee,
  };
}

describe('nullDistribution', () => {
  it.each(countsFixture.exactConditional)('is near the p-value by enumeration: $baseline, $current', (fixture) => {
    const names = {
      chi_square: 'chiSquare',
      g_test: 'g',
      psi: 'psi',
      kl: 'kl',
      total_variation: 'totalVariation',
      l_infinity: 'lInfinity',
      jensen_shannon: 'jensenShannon',
      hellinger: 'hellinger',
    } as const;
    for (const test of Object.keys(names) as Array<keyof typeof names>) {
      const result = runTest(
        test,
        'categorical',
        categoriesWith(fixture.baseline),
        categoriesWith(fixture.current),
        OPTIONS
      );
      const exact = fixture.p[names[test]];
      const tables = Number(/\((\d+) tables\)/.exec(result.method)?.[1]);
      const error = Math.sqrt((exact * (1 - exact)) / tables) + 1 / tables;
      expect(Math.abs((result.pValue ?? NaN) - exact)).toBeLessThan(4.5 * error);
    }
  });

  it('repeats for the same seed, and is the same both ways round', () => {
    const there = nullDistribution(tableOf([9, 1, 4], [2, 5, 3]), chiSquareStatistic, OPTIONS, 'chi_square');
    const back = nullDistribution(tableOf([2, 5, 3], [9, 1, 4]), chiSquareStatistic, OPTIONS, 'chi_square');
    expect(nullDistribution(tableOf([9, 1, 4], [2, 5, 3]), chiSquareStatistic, OPTIONS, 'chi_square')).toEqual(there);
    expect(back).toEqual(there);
  });

  it('gives no p-value where none was asked for, or nothing is left to draw', () => {
    const none = { pValue: null, method: 'none' };
    expect(nullDistribution(tableOf([1, 2], [3, 4]), chiSquareStatistic, { seed: 1, permutations: 0 }, 'x')).toEqual(
      none
    );
    const fraction = tableOf([0.2, 0.1], [3, 4], 'approximate');
    expect(nullDistribution(fraction, chiSquareStatistic, OPTIONS, 'x')).toEqual(none);
  });

  it('draws fewer tables of ten thousand columns, names the tail, and stays within the resolution asked for', () => {
    const random = seededRandom(3, 'columns');
    const row = () => Array.from({ length: 10000 }, () => random.below(3));
    const same = nullDistribution(tableOf(row(), row()), totalVariationStatistic, OPTIONS, 'x');
    expect(same.pValue).toBeGreaterThan(0.001);
    const other = row().map((count, i) => (i % 2) * 2 * count);
    const apart = nullDistribution(tableOf(row(), other), totalVariationStatistic, OPTIONS, 'x');
    expect(apart).toEqual({ pValue: 1 / 20001, method: 'monte carlo (200 tables), Pearson III tail' });
  });
});
