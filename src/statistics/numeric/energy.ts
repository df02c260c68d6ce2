import { cdfKnots } from '../../distribution/cdf/cdfKnots';
import type { Distribution } from '../../distribution/Distribution';
import type { TestOptions, TestResult } from '../TestResult';
import { undefinedResult } from '../undefinedResult';
import { distancePValue } from './distancePValue';
import { squaredAreaBetweenKnots } from './knotAreas';
import type { Bracket } from './knotDistances';
import { guaranteeOf } from './numericInput';
import { stepAreas } from './stepDistances';
import { TOO_FAR, whyNotMetric } from './wassersteinDistance';
import { withinReach } from './withinReach';

/**
 * Energy distance sqrt(2∫(F − G)² dx) (G. Székely and M. Rizzo, "Energy statistics: a class of statistics based on
 * distances", 2013), in the square root of the feature's unit, with a seeded permutation p-value. Exact on samples, with
 * certified bounds on histograms, approximate on quantiles; undefined with infinite values or where values lie in a
 * bucket without a bound.
 */
export function energy(baseline: Distribution, current: Distribution, options: TestOptions): TestResult {
  const reason = whyNotMetric(baseline, current);
  if (reason !== null) {
    return undefinedResult('energy', reason);
  }
  const near = withinReach(baseline, current);
  const area = areaBetween(near.baseline, near.current);
  if (area === null) {
    return undefinedResult('energy', 'values lie in a bucket without a bound, and could be any distance away');
  }
  if (!Number.isFinite(area.high)) {
    return undefinedResult('energy', TOO_FAR);
  }
  const rootOfUnit = Math.sqrt(near.unit);
  return {
    test: 'energy',
    statistic: (Math.SQRT2 * Math.sqrt(area.estimate)) / rootOfUnit,
    statisticLow: (Math.SQRT2 * Math.sqrt(area.low)) / rootOfUnit,
    statisticHigh: (Math.SQRT2 * Math.sqrt(area.high)) / rootOfUnit,
    ...distancePValue('squared', area, near.baseline, near.current, options),
    guarantee: guaranteeOf(baseline, current),
  };
}

function areaBetween(baseline: Distribution, current: Distribution): Bracket | null {
  if (baseline.kind === 'samples' && current.kind === 'samples') {
    const area = stepAreas(baseline.sorted, current.sorted).squared;
    return { low: area, estimate: area, high: area };
  }
  const f = cdfKnots(baseline);
  const g = cdfKnots(current);
  return f === null || g === null ? null : squaredAreaBetweenKnots(f, g);
}
