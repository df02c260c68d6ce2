import type { Distribution } from '../../distribution/Distribution';
import { guaranteeOf } from '../../statistics/numeric/numericInput';
import type { Measured } from '../../statistics/numeric/wassersteinDistance';
import type { TestResult } from '../../statistics/TestResult';
import { undefinedResult } from '../../statistics/undefinedResult';

/** The shift in standard deviations of the baseline, as a test's result without a p-value: what `auto` shows beside KS. */
export function shiftResult(measured: Measured, baseline: Distribution, current: Distribution): TestResult {
  if ('undefinedReason' in measured) {
    return undefinedResult('wasserstein_normed', measured.undefinedReason);
  }
  return {
    test: 'wasserstein_normed',
    statistic: measured.estimate,
    statisticLow: measured.low,
    statisticHigh: Number.isFinite(measured.high) ? measured.high : null,
    pValue: null,
    pValueLow: null,
    pValueHigh: null,
    method: 'none',
    guarantee: guaranteeOf(baseline, current),
  };
}
