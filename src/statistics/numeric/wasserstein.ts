import type { Distribution } from '../../distribution/Distribution';
import type { TestOptions, TestResult } from '../TestResult';
import { undefinedResult } from '../undefinedResult';
import { distancePValue } from './distancePValue';
import { guaranteeOf } from './numericInput';
import { TOO_FAR, wassersteinDistance } from './wassersteinDistance';
import { withinReach } from './withinReach';

/**
 * Wasserstein-1 (earth mover's) distance ∫|F − G| dx, in the units of the feature (S. Vallender 1974), with a seeded
 * permutation p-value. Exact on samples; with certified bounds on histograms, approximate on quantiles; undefined with
 * infinite values or where values lie in a bucket without a bound.
 */
export function wasserstein(baseline: Distribution, current: Distribution, options: TestOptions): TestResult {
  const near = withinReach(baseline, current);
  const measured = wassersteinDistance(near.baseline, near.current);
  if ('undefinedReason' in measured) {
    return undefinedResult('wasserstein', measured.undefinedReason);
  }
  if (!Number.isFinite(measured.high / near.unit)) {
    return undefinedResult('wasserstein', TOO_FAR);
  }
  return {
    test: 'wasserstein',
    statistic: measured.estimate / near.unit,
    statisticLow: measured.low / near.unit,
    statisticHigh: measured.high / near.unit,
    ...distancePValue('absolute', measured, near.baseline, near.current, options),
    guarantee: guaranteeOf(baseline, current),
  };
}
