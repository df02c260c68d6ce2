import type { Distribution } from '../../distribution/Distribution';
import { deviance } from '../special/deviance';
import type { TestOptions, TestResult } from '../TestResult';
import { homogeneityResult } from './homogeneityResult';

/**
 * Likelihood-ratio test of homogeneity G = 2 Σ O ln(O/E) on the 2×K table of counts over the union of categories,
 * uncorrected (R. R. Sokal and F. J. Rohlf, "Biometry", 17; SciPy's
 * `chi2_contingency(lambda_='log-likelihood', correction=False)`). Its p-value's method: see `homogeneityPValue`.
 * Undefined for an empty side and for a single category.
 */
export function gTest(baseline: Distribution, current: Distribution, options: TestOptions): TestResult {
  return homogeneityResult('g_test', gStatistic, baseline, current, options);
}

/** As 2 Σ (O ln(O/E) + E − O), which is the same sum, without cancellation. */
export function gStatistic(baseline: Float64Array, current: Float64Array, n: number, m: number): number {
  let sum = 0;
  for (let column = 0; column < baseline.length; column++) {
    const share = (baseline[column] + current[column]) / (n + m);
    if (share > 0) {
      sum += deviance(baseline[column], share * n) + deviance(current[column], share * m);
    }
  }
  return 2 * sum;
}
