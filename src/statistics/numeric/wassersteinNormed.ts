import type { Distribution } from '../../distribution/Distribution';
import type { TestOptions, TestResult } from '../TestResult';
import { undefinedResult } from '../undefinedResult';
import { baselineScale } from './baselineScale';
import { distancePValue } from './distancePValue';
import type { Bracket } from './knotDistances';
import { guaranteeOf } from './numericInput';
import { type Measured, wassersteinDistance } from './wassersteinDistance';

/**
 * Wasserstein-1 distance in standard deviations of the baseline: divided by max(its population standard deviation,
 * 0.001). The p-value is that of `wasserstein`: the scale is given, not estimated.
 */
export function wassersteinNormed(baseline: Distribution, current: Distribution, options: TestOptions): TestResult {
  const measured = measure(baseline, current);
  if ('undefinedReason' in measured) {
    return undefinedResult('wasserstein_normed', measured.undefinedReason);
  }
  return {
    test: 'wasserstein_normed',
    statistic: measured.normed.estimate,
    statisticLow: measured.normed.low,
    statisticHigh: measured.normed.high,
    ...distancePValue('absolute', measured.area, baseline, current, options),
    guarantee: guaranteeOf(baseline, current),
  };
}

/** The distance and its bounds without a p-value. */
export function wassersteinNormedDistance(baseline: Distribution, current: Distribution): Measured {
  const measured = measure(baseline, current);
  return 'undefinedReason' in measured ? measured : measured.normed;
}

function measure(
  baseline: Distribution,
  current: Distribution
): { readonly area: Bracket; readonly normed: Bracket } | { readonly undefinedReason: string } {
  const area = wassersteinDistance(baseline, current);
  if ('undefinedReason' in area) {
    return area;
  }
  const scale = baselineScale(baseline);
  if (scale === null) {
    return { undefinedReason: 'the baseline has no standard deviation' };
  }
  const high = area.high / scale.low;
  if (!Number.isFinite(high)) {
    return { undefinedReason: 'the values are too far apart for their distance to be a number' };
  }
  const low = area.low / scale.high;
  return { area, normed: { low, estimate: Math.min(high, Math.max(low, area.estimate / scale.estimate)), high } };
}
