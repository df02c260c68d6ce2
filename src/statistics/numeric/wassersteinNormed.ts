import type { Distribution } from '../../distribution/Distribution';
import type { TestOptions, TestResult } from '../TestResult';
import { undefinedResult } from '../undefinedResult';
import { baselineScale } from './baselineScale';
import { distancePValue } from './distancePValue';
import type { Bracket } from './knotDistances';
import { guaranteeOf } from './numericInput';
import { type Measured, TOO_FAR, wassersteinDistance } from './wassersteinDistance';
import { type WithinReach, withinReach } from './withinReach';

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
    ...distancePValue('absolute', measured.area, measured.near.baseline, measured.near.current, options),
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
):
  | { readonly near: WithinReach; readonly area: Bracket; readonly normed: Bracket }
  | { readonly undefinedReason: string } {
  const near = withinReach(baseline, current);
  const area = wassersteinDistance(near.baseline, near.current);
  if ('undefinedReason' in area) {
    return area;
  }
  const scale = baselineScale(baseline);
  if (scale === null) {
    return { undefinedReason: 'the baseline has no standard deviation' };
  }
  const { unit } = near;
  const high = area.high / (scale.low * unit);
  if (!Number.isFinite(high)) {
    return { undefinedReason: TOO_FAR };
  }
  const low = area.low / (scale.high * unit);
  const estimate = Math.min(high, Math.max(low, area.estimate / (scale.estimate * unit)));
  return { near, area, normed: { low, estimate, high } };
}
