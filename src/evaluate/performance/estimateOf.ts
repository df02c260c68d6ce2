import type { Outcomes } from '../../outcomes/Outcomes';
import type { PerformanceMetric } from '../../query/performanceMetric';
import { estimateMetric, type KnownExpectations } from '../../statistics/performance/estimate/estimateMetric';
import type { MetricRoles } from '../../statistics/performance/MetricRoles';
import type { MetricValue } from '../../statistics/performance/MetricValue';
import type { PerformanceSide } from '../../verdict/performance/PerformanceCase';
import type { Sides } from './performanceSides';

/** What a metric is expected to be for all rows of a window, before their labels come. */
export type Estimate = (metric: PerformanceMetric, ofClass?: string) => MetricValue | null;

/** The outcomes of a side, merged once. */
export type OutcomesOf = (side: PerformanceSide) => Outcomes;

/** Estimates of one window and segment; null where the metric can't be estimated.  */
export function estimateOf({ current, baseline }: Sides, roles: MetricRoles, outcomesOf: OutcomesOf): Estimate {
  const hasScore = roles.score !== undefined || roles.classScores !== undefined;
  if (!hasScore || baseline === null || baseline.blocks.length === 0 || current.blocks.length === 0) {
    return () => null;
  }
  const [now, before] = [outcomesOf(current), outcomesOf(baseline)];
  const known: KnownExpectations = new Map();
  return (metric, ofClass) => {
    const estimated = estimateMetric(metric, before, now, roles, ofClass, known);
    return estimated.value === null ? null : estimated;
  };
}
