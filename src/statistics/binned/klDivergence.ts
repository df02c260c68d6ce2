import type { Distribution } from '../../distribution/Distribution';
import { deviance } from '../special/deviance';
import type { TestOptions, TestResult } from '../TestResult';
import { SHARE_FLOOR } from './chiSquareLimit';
import { type Distance, distanceResult } from './distanceResult';

const KL: Distance = { test: 'kl', statistic: klStatistic, rest: 'unbounded' };

/**
 * Kullback–Leibler divergence Σ p ln(p/q) of the current shares q from the baseline's p, in nats (S. Kullback and
 * R. Leibler, "On information and sufficiency", 1951; SciPy's `entropy(p, q)`); shares are floored at 1e-4 and
 * renormalized, so that it is finite. Not symmetric. p-value by random tables with the same margins: the χ² limit is
 * too far off where one side is small.
 */
export function klDivergence(baseline: Distribution, current: Distribution, options: TestOptions): TestResult {
  return distanceResult(KL, baseline, current, options);
}

export function klStatistic(baseline: Float64Array, current: Float64Array, n: number, m: number): number {
  let baselineSum = 0;
  let currentSum = 0;
  for (let bin = 0; bin < baseline.length; bin++) {
    baselineSum += Math.max(baseline[bin] / n, SHARE_FLOOR);
    currentSum += Math.max(current[bin] / m, SHARE_FLOOR);
  }
  let sum = 0;
  for (let bin = 0; bin < baseline.length; bin++) {
    const p = Math.max(baseline[bin] / n, SHARE_FLOOR) / baselineSum;
    const q = Math.max(current[bin] / m, SHARE_FLOOR) / currentSum;
    // p ln(p/q) + q − p: the same sum, of terms that are never negative and don't cancel.
    sum += deviance(p, q);
  }
  return sum;
}
