import type { Distribution } from '../../distribution/Distribution';
import type { TestOptions, TestResult } from '../TestResult';
import { chiSquareLimit, SHARE_FLOOR } from './chiSquareLimit';
import { type Distance, distanceResult } from './distanceResult';

const PSI: Distance = {
  test: 'psi',
  statistic: psiStatistic,
  limit: (table, statistic) => chiSquareLimit(table, statistic, 1),
  rest: 'unbounded',
};

/**
 * Population stability index Σ (q−p) ln(q/p) of baseline shares p and current shares q, over the baseline's deciles or
 * the categories; shares are floored at 1e-4 and not renormalized. Symmetric but for the choice of bins.
 *
 * Under no drift PSI is about (1/n + 1/m)·χ² with B−1 degrees of freedom, which gives the p-value where every expected
 * count is at least 20 and no share is floored; else it is by random tables with the same margins. The customary
 * thresholds 0.1 and 0.2 are no critical values.
 */
export function psi(baseline: Distribution, current: Distribution, options: TestOptions): TestResult {
  return distanceResult(PSI, baseline, current, options);
}

export function psiStatistic(baseline: Float64Array, current: Float64Array, n: number, m: number): number {
  let sum = 0;
  for (let bin = 0; bin < baseline.length; bin++) {
    const p = Math.max(baseline[bin] / n, SHARE_FLOOR);
    const q = Math.max(current[bin] / m, SHARE_FLOOR);
    sum += (q - p) * Math.log(q / p);
  }
  return sum;
}
