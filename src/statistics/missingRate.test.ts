/** @jest-environment node */
import { fisherExactPValue } from './categorical/fisherExactPValue';
import { missingRate } from './missingRate';
import { categoriesOf, quantilesOf, samplesOf } from './testing/distributions';

const OPTIONS = { seed: 1, permutations: 100 };

describe('missingRate', () => {
  it('counts missing and NaN, and is the same for more and for fewer', () => {
    const before = samplesOf([...new Array<number>(96).fill(1), NaN, NaN], 2);
    const after = samplesOf(new Array<number>(90).fill(1), 10);
    const more = missingRate(before, after, OPTIONS);
    expect(more).toMatchObject({
      guarantee: 'exact',
      method: 'exact (Fisher)',
      details: { baselineShare: 0.04, currentShare: 0.1 },
    });
    expect(more.statistic).toBeCloseTo(0.06, 12);
    expect(more.pValue).toBe(fisherExactPValue(4, 96, 10, 90));
    expect(missingRate(after, before, OPTIONS).statistic).toBe(more.statistic);
  });

  it('exists wherever there are rows', () => {
    const none = samplesOf([1, 2]);
    const all = samplesOf([], 5);
    expect(missingRate(none, none, OPTIONS)).toMatchObject({ statistic: 0, pValue: 1 });
    expect(missingRate(all, all, OPTIONS)).toMatchObject({ statistic: 0, pValue: 1 });
    expect(missingRate(none, all, OPTIONS).statistic).toBe(1);
    expect(missingRate(samplesOf([]), none, OPTIONS).undefinedReason).toBe('the baseline has no rows');
    expect(missingRate(none, samplesOf([]), OPTIONS).undefinedReason).toBe('the current window has no rows');
    expect(missingRate(categoriesOf({ a: 3 }, { missing: 1 }), categoriesOf({ a: 4 }), OPTIONS).statistic).toBe(0.25);
  });

  it('is exact for hundreds of millions of rows, at once', () => {
    const side = (missing: number) => categoriesOf({ a: 1e9 - missing }, { missing });
    const result = missingRate(side(1000000), side(1002000), OPTIONS);
    expect(result.pValue).toBeGreaterThan(0.1);
    expect(result.pValue).toBeLessThan(0.2);
  });

  it('is approximate where the store’s counts are', () => {
    expect(missingRate(quantilesOf(9, [0.5], [1]), samplesOf([1]), OPTIONS).guarantee).toBe('approximate');
  });
});
