import type { PerformanceRow } from '../../../frames/performance/PerformanceRow';
import { isRelative } from './formatMetric';

/** The value from which on a drop matters; null where there is no baseline, or the drop is counted in something else. */
export function limitOf({ metric, baseline, threshold }: PerformanceRow): number | null {
  if (
    baseline === null ||
    threshold === null ||
    metric === 'bias' ||
    metric === 'prediction_bias' ||
    metric === 'business_value'
  ) {
    return null;
  }
  if (isRelative(metric)) {
    return baseline * (1 + threshold);
  }
  return metric === 'calibration_error' ? baseline + threshold : baseline - threshold;
}
