import type { Distribution } from '../../distribution/Distribution';
import type { TestOptions, TestResult } from '../TestResult';
import { type Distance, distanceResult } from './distanceResult';

const TOTAL_VARIATION: Distance = { test: 'total_variation', statistic: totalVariationStatistic, rest: 'monotone' };

/**
 * Total variation distance ½ Σ|p−q| of the shares: the largest difference in probability that any set of categories or
 * bins has. In [0, 1], symmetric but for the choice of bins. p-value by random tables with the same margins.
 */
export function totalVariation(baseline: Distribution, current: Distribution, options: TestOptions): TestResult {
  return distanceResult(TOTAL_VARIATION, baseline, current, options);
}

export function totalVariationStatistic(baseline: Float64Array, current: Float64Array, n: number, m: number): number {
  let sum = 0;
  for (let bin = 0; bin < baseline.length; bin++) {
    sum += Math.abs(baseline[bin] / n - current[bin] / m);
  }
  return Math.min(1, sum / 2);
}
