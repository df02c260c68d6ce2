import type { MetricQuery } from './MetricQuery';
import type { CountedBy, MetricKind, RecognizedMetric } from './MetricKind';
import type { ProbeResult } from './ProbeResult';

/** What a feature's metric is; null where the store has no series of it. */
export function recognize(
  query: MetricQuery,
  probes: ProbeResult,
  replicaLabels: readonly string[]
): RecognizedMetric | null {
  if (query.kind === 'expression') {
    return { query, kind: query.windowed ? 'windowed' : 'moments', countedBy: 'itself', buckets: 0 };
  }
  const { index, feature } = query;
  const kind = kindOf(index, probes);
  if (kind === null) {
    return null;
  }
  const replicas = probes.largest(index, 'replicas') > 0 ? replicaLabels : undefined;
  const whole = probes.mixed(index).size > 0 ? 'bucket' : 'count';
  const buckets = probes.largest(index, kind === 'summary' ? 'summary' : 'classic');
  if (feature.label !== undefined) {
    const countedBy: CountedBy = kind === 'both' ? finer(index, probes) : isHistogram(kind) ? kind : 'itself';
    return { query, kind: 'counter', countedBy, whole, replicas, buckets: 0 };
  }
  const hasBuckets = kind === 'classic' || kind === 'both' || kind === 'summary';
  return { query, kind, countedBy: 'itself', whole, replicas, buckets: hasBuckets ? buckets : 0 };
}

function isHistogram(kind: MetricKind): kind is 'classic' | 'native' {
  return kind === 'classic' || kind === 'native';
}

/** Where observations are counted by a label alone, the kind that covers more is enough. */
function finer(index: number, probes: ProbeResult): 'classic' | 'native' {
  return probes.of(index, 'native').size >= probes.of(index, 'classic').size ? 'native' : 'classic';
}

function kindOf(index: number, probes: ProbeResult): Exclude<MetricKind, 'counter' | 'windowed' | 'moments'> | null {
  const classic = probes.of(index, 'classic').size;
  const native = probes.of(index, 'native').size;
  if (native > 0 && classic > 0) {
    return 'both';
  }
  if (native > 0) {
    return 'native';
  }
  if (classic > 0) {
    return 'classic';
  }
  if (probes.of(index, 'vmrange').size > 0) {
    return 'vmrange';
  }
  if (probes.of(index, 'plain').size === 0) {
    return null;
  }
  return probes.of(index, 'summary').size > 0 ? 'summary' : 'gauge';
}
