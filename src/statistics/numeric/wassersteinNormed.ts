import type { Distribution } from '../../distribution/Distribution';
import type { TestOptions, TestResult } from '../TestResult';
import { undefinedResult } from '../undefinedResult';
import { baselineScale, flooredScale } from './baselineScale';
import { distancePValue } from './distancePValue';
import type { Bracket } from './knotDistances';
import { guaranteeOf } from './numericInput';
import { type Measured, TOO_FAR, wassersteinDistance } from './wassersteinDistance';
import { type WithinReach, withinReach } from './withinReach';

/**
 * Wasserstein-1 distance in standard deviations of the baseline: divided by max(its population standard deviation,
 * 0.001), as in Evidently. The p-value is that of `wasserstein`: the scale is given, not estimated. Verdicts are gated by
 * `shiftInDeviations`, which has no floor.
 */
export function wassersteinNormed(baseline: Distribution, current: Distribution, options: TestOptions): TestResult {
  const measured = measure(baseline, current, flooredScale(baseline));
  if (!('undefinedReason' in measured) && !Number.isFinite(measured.normed.high)) {
    return undefinedResult('wasserstein_normed', TOO_FAR);
  }
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

/**
 * The effect that gates numbers: Wasserstein-1 distance over the population standard deviation of the baseline, without a
 * floor, so that the same data in another unit give the same effect. `high` is infinite where the buckets of the baseline
 * could hold a single value.
 */
export function shiftInDeviations(baseline: Distribution, current: Distribution): Measured {
  const measured = measure(baseline, current, baselineScale(baseline));
  return 'undefinedReason' in measured ? measured : measured.normed;
}

function measure(
  baseline: Distribution,
  current: Distribution,
  scale: Bracket | null
):
  | { readonly near: WithinReach; readonly area: Bracket; readonly normed: Bracket }
  | { readonly undefinedReason: string } {
  const near = withinReach(baseline, current);
  const area = wassersteinDistance(near.baseline, near.current);
  if ('undefinedReason' in area) {
    return area;
  }
  if (scale === null) {
    return { undefinedReason: 'the baseline has no standard deviation' };
  }
  const { unit } = near;
  const high = area.high === 0 ? 0 : area.high / (scale.low * unit);
  const low = area.low / (scale.high * unit);
  const estimate = Math.min(high, Math.max(low, area.estimate / (scale.estimate * unit)));
  return Number.isFinite(estimate) ? { near, area, normed: { low, estimate, high } } : { undefinedReason: TOO_FAR };
}
