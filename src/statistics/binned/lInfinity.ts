import type { Distribution } from '../../distribution/Distribution';
import type { TestOptions, TestResult } from '../TestResult';
import { type Distance, distanceResult } from './distanceResult';

const L_INFINITY: Distance = { test: 'l_infinity', statistic: lInfinityStatistic, rest: 'largest' };

/**
 * Chebyshev distance max|p−q| of the shares (SciPy's `chebyshev`). In [0, 1], symmetric but for the choice of bins.
 * p-value by random tables with the same margins.
 */
export function lInfinity(baseline: Distribution, current: Distribution, options: TestOptions): TestResult {
  return distanceResult(L_INFINITY, baseline, current, options);
}

export function lInfinityStatistic(baseline: Float64Array, current: Float64Array, n: number, m: number): number {
  let largest = 0;
  for (let bin = 0; bin < baseline.length; bin++) {
    largest = Math.max(largest, Math.abs(baseline[bin] / n - current[bin] / m));
  }
  return largest;
}
