import { mergeOutcomes } from '../../outcomes/mergeOutcomes';
import type { PerformanceMetric } from '../../query/performanceMetric';
import { estimateMetric } from '../../statistics/performance/estimate/estimateMetric';
import type { MetricRoles } from '../../statistics/performance/MetricRoles';
import type { MetricValue } from '../../statistics/performance/MetricValue';
import type { Sides } from './performanceSides';

/** What a metric is expected to be for all rows of a window, before their labels come. */
export type Estimate = (metric: PerformanceMetric, ofClass?: string) => MetricValue | null;

/** Estimates of one window and segment; null where the metric can't be estimated. Both sides are merged once. */
export function estimateOf({ current, baseline }: Sides, roles: MetricRoles): Estimate {
  const hasScore = roles.score !== undefined || roles.classScores !== undefined;
  if (!hasScore || baseline === null || baseline.blocks.length === 0 || current.blocks.length === 0) {
    return () => null;
  }
  const [now, before] = [current, baseline].map(({ blocks }) => mergeOutcomes(blocks.map(({ outcomes }) => outcomes)));
  return (metric, ofClass) => {
    const estimated = estimateMetric(metric, before, now, roles, ofClass);
    return estimated.value === null ? null : estimated;
  };
}
