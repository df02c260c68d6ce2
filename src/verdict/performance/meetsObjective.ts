import { isLoss, isSigned, type PerformanceMetric } from '../../query/performanceMetric';
import type { MetricValue } from '../../statistics/performance/MetricValue';

/** Whether a metric surely misses the worst value that is accepted, surely meets it, or neither; null without an interval. */
export function meetsObjective(
  metric: PerformanceMetric,
  { low, high }: MetricValue,
  objective: number
): 'met' | 'missed' | 'open' | null {
  if (low === null || high === null) {
    return null;
  }
  if (isSigned(metric)) {
    const limit = Math.abs(objective);
    return low > limit || high < -limit ? 'missed' : low >= -limit && high <= limit ? 'met' : 'open';
  }
  const [good, bad] = isLoss(metric) ? [high <= objective, low > objective] : [low >= objective, high < objective];
  return bad ? 'missed' : good ? 'met' : 'open';
}
