import type { Distribution } from '../../distribution/Distribution';
import type { TestOptions, TestResult } from '../TestResult';
import { undefinedResult } from '../undefinedResult';
import { compareMeans } from './meanComparison';
import { type Scale, tTestResult } from './tTestResult';

/**
 * Welch's t-test of equal means, two-sided, degrees of freedom by Satterthwaite (B. Welch, "The generalization of
 * 'Student's' problem when several different population variances are involved", 1947). t is positive where the
 * baseline's mean is the larger. Exact on samples and on histograms that know their mean and standard deviation, with
 * bounds on others; undefined for quantiles, infinite values, and where both samples are constant.
 */
export function welchT(baseline: Distribution, current: Distribution, _options: TestOptions): TestResult {
  const compared = compareMeans(baseline, current, 'own');
  return 'undefinedReason' in compared
    ? undefinedResult('welch_t', compared.undefinedReason)
    : tTestResult('welch_t', compared, satterthwaite);
}

const satterthwaite: Scale = (baselineVariance, currentVariance, n, m) => {
  const a = baselineVariance / n;
  const b = currentVariance / m;
  // Shares of the squared error: squares of the terms themselves may leave the range of a double.
  const share = a / (a + b);
  const degrees = 1 / ((share * share) / (n - 1) + ((1 - share) * (1 - share)) / (m - 1));
  return { standardError: Math.sqrt(a + b), degrees };
};
