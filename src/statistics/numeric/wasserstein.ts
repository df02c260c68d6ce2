import type { Distribution } from '../../distribution/Distribution';
import type { TestOptions, TestResult } from '../TestResult';
import { undefinedResult } from '../undefinedResult';
import { distancePValue } from './distancePValue';
import { guaranteeOf } from './numericInput';
import { wassersteinDistance } from './wassersteinDistance';

/**
 * Wasserstein-1 (earth mover's) distance ∫|F − G| dx, in the units of the feature (S. Vallender 1974), with a seeded
 * permutation p-value. Exact on samples; with certified bounds on histograms, approximate on quantiles; undefined with
 * infinite values or where values lie in a bucket without a bound.
 */
export function wasserstein(baseline: Distribution, current: Distribution, options: TestOptions): TestResult {
  const measured = wassersteinDistance(baseline, current);
  if ('undefinedReason' in measured) {
    return undefinedResult('wasserstein', measured.undefinedReason);
  }
  return {
    test: 'wasserstein',
    statistic: measured.estimate,
    statisticLow: measured.low,
    statisticHigh: measured.high,
    ...distancePValue('absolute', measured, baseline, current, options),
    guarantee: guaranteeOf(baseline, current),
  };
}
