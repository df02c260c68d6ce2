/** @jest-environment node */
import type { Quantiles } from '../../distribution/Distribution';
import { sampleFromValues } from '../../distribution/sampleFromValues';
import { countsOf } from '../../distribution/valueCounts';
import { TEST_FUNCTIONS } from '../testFunctions';
import { expectedWassersteinNormed } from './expectedWassersteinNormed';
import { whichBucketsToSplit } from './whichBucketsToSplit';

const OPTIONS = { seed: 1, permutations: 100 };
const quantiles = (probabilities: number[], values: number[]): Quantiles => ({
  kind: 'quantiles',
  counts: countsOf(1000),
  probabilities: Float64Array.from(probabilities),
  values: Float64Array.from(values),
});

describe('quantiles', () => {
  const summary = quantiles([0.5, 0.9, 0.99], [0.1, 0.4, 2]);
  const whole = quantiles([0, 0.25, 0.5, 0.75, 1], [0, 1, 2, 3, 4]);
  const shifted = quantiles([0, 0.25, 0.5, 0.75, 1], [1, 2, 3, 4, 5]);

  it('give an approximate KS with bounds', () => {
    const result = TEST_FUNCTIONS.ks(summary, quantiles([0.5, 0.9, 0.99], [0.4, 0.9, 3]), OPTIONS);
    expect(result).toMatchObject({ guarantee: 'approximate', statisticHigh: 0.9 });
    // At 0.4 the one has 0.9, the other 0.5.
    expect(result.statisticLow).toBeCloseTo(0.4, 12);
  });

  it('give distances where the extremes are known, and none where not', () => {
    const result = TEST_FUNCTIONS.wasserstein(whole, shifted, OPTIONS);
    expect(result.statistic).toBeCloseTo(1, 12);
    expect(result.guarantee).toBe('approximate');
    expect(expectedWassersteinNormed(whole, shifted)).toBeGreaterThan(0);
    expect(TEST_FUNCTIONS.wasserstein(summary, whole, OPTIONS).undefinedReason).toMatch(/without a bound/);
    expect(TEST_FUNCTIONS.welch_t(whole, shifted, OPTIONS).undefinedReason).toBe('quantiles alone give no mean');
  });

  it('of one value repeated are a jump', () => {
    const jump = quantiles([0, 0.25, 0.5, 0.75, 1], [0, 2, 2, 2, 4]);
    const raw = sampleFromValues([0, 2, 2, 2, 4]);
    expect(TEST_FUNCTIONS.ks(jump, raw, OPTIONS).statisticLow).toBeLessThanOrEqual(0.25);
  });

  it('say which stretch to look into', () => {
    const split = whichBucketsToSplit(whole, shifted, { measure: 'ks', threshold: 0.4, limit: 1 });
    expect(split).toHaveLength(1);
    expect(split[0].hidden).toBeGreaterThanOrEqual(0.4);
    expect(whichBucketsToSplit(whole, shifted, { measure: 'ks', threshold: 0.9, limit: 9 })).toEqual([]);
    const widest = whichBucketsToSplit(summary, whole, { measure: 'wasserstein', threshold: 1, limit: 2 });
    expect(widest[0].hidden).toBe(Infinity);
  });
});
