import { wilson } from '../intervals/wilson';
import { exactMetric, undefinedMetric } from '../metricValues';
import type { MetricValue } from '../MetricValue';

/** A share with Wilson's interval; `none` says why there is none where nothing was counted. */
export function share(count: number, total: number, none: string): MetricValue {
  return total > 0 ? exactMetric(count / total, total, wilson(count, total)) : undefinedMetric(none);
}
