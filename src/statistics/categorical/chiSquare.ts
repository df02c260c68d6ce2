import type { Distribution } from '../../distribution/Distribution';
import type { TestOptions, TestResult } from '../TestResult';
import { homogeneityResult } from './homogeneityResult';

/**
 * Pearson's χ² test of homogeneity on the 2×K table of counts over the union of categories, without Yates' correction
 * (K. Pearson 1900; A. Agresti, "Categorical data analysis", 3.2; SciPy's `chi2_contingency(correction=False)`).
 * `details.cramersV` is sqrt(χ²/N). The p-value's method: see `homogeneityPValue`. Undefined for an empty side and for
 * a single category.
 */
export function chiSquare(baseline: Distribution, current: Distribution, options: TestOptions): TestResult {
  return homogeneityResult('chi_square', chiSquareStatistic, baseline, current, options);
}

/** Σ (a·m − b·n)² / (n·m·(a+b)): the sum of (observed − expected)²/expected over both rows. */
export function chiSquareStatistic(baseline: Float64Array, current: Float64Array, n: number, m: number): number {
  const balance = Math.sqrt(n / m);
  let sum = 0;
  for (let column = 0; column < baseline.length; column++) {
    const pooled = baseline[column] + current[column];
    if (pooled > 0) {
      const difference = baseline[column] / balance - current[column] * balance;
      sum += (difference * difference) / pooled;
    }
  }
  return sum;
}
