import type { Distribution } from '../../distribution/Distribution';
import type { TestOptions, TestResult } from '../TestResult';
import { undefinedResult } from '../undefinedResult';
import { compareMeans } from './meanComparison';
import { type Scale, tTestResult } from './tTestResult';

/**
 * Student's t-test of equal means with a pooled variance, two-sided ("Student" 1908; R. Fisher 1925): valid where both
 * variances are equal. t is positive where the baseline's mean is the larger. Takes what `welchT` takes, and a
 * single value on one side.
 */
export function studentT(baseline: Distribution, current: Distribution, _options: TestOptions): TestResult {
  const compared = compareMeans(baseline, current, 'pooled');
  return 'undefinedReason' in compared
    ? undefinedResult('student_t', compared.undefinedReason)
    : tTestResult('student_t', compared, pooled);
}

const pooled: Scale = (baselineVariance, currentVariance, n, m) => {
  const degrees = n + m - 2;
  const variance = ((n - 1) / degrees) * baselineVariance + ((m - 1) / degrees) * currentVariance;
  return { standardError: Math.sqrt(variance * (1 / n + 1 / m)), degrees };
};
