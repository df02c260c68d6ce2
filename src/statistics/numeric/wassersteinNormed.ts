import type { Distribution } from '../../distribution/Distribution';
import type { TestOptions, TestResult } from '../TestResult';
import { undefinedResult } from '../undefinedResult';
import { baselineScale } from './baselineScale';
import { distancePValue } from './distancePValue';
import { guaranteeOf } from './numericInput';
import { type Measured, wassersteinDistance } from './wassersteinDistance';

/**
 * Wasserstein-1 distance in standard deviations of the baseline: divided by max(its population standard deviation,
 * 0.001). The p-value is that of `wasserstein`: the scale is given, not estimated.
 */
export function wassersteinNormed(baseline: Distribution, current: Distribution, options: TestOptions): TestResult {
  const measured = wassersteinNormedDistance(baseline, current);
  if ('undefinedReason' in measured) {
    return undefinedResult('wasserstein_normed', measured.undefinedReason);
  }
  return {
    test: 'wasserstein_normed',
    statistic: measured.estimate,
    statisticLow: measured.low,
    statisticHigh: measured.high,
    ...distancePValue('wasserstein', baseline, current, options),
    guarantee: guaranteeOf(baseline, current),
  };
}

/** The distance and its bounds without a p-value. */
export function wassersteinNormedDistance(baseline: Distribution, current: Distribution): Measured {
  const measured = wassersteinDistance(baseline, current);
  if ('undefinedReason' in measured) {
    return measured;
  }
  const scale = baselineScale(baseline);
  if (scale === null) {
    return { undefinedReason: 'the baseline has no standard deviation' };
  }
  const high = measured.high / scale.low;
  if (!Number.isFinite(high)) {
    return { undefinedReason: 'the values are too far apart for their distance to be a number' };
  }
  const low = measured.low / scale.high;
  return { low, estimate: Math.min(high, Math.max(low, measured.estimate / scale.estimate)), high };
}
