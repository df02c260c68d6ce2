import { bucketsOf } from './bucketsOf';
import type { RecognizedMetric } from './MetricKind';
import type { ProbeResult } from './ProbeResult';

/** Classic histograms whose series have not all had the same buckets all the time. */
export function withMixedLayouts(metrics: readonly RecognizedMetric[], probes: ProbeResult): RecognizedMetric[] {
  return metrics.filter(({ kind, query }) => {
    if (kind !== 'classic' && kind !== 'windowed') {
      return false;
    }
    return bucketsOf(query).some(({ part }) => {
      const layouts = [...probes.of(query.index, 'classic', part).values()];
      return [...probes.mixed(query.index, part).values()].some((more) => more > 0) || new Set(layouts).size > 1;
    });
  });
}
