import type { MetricQuery } from './MetricQuery';
import type { CountedBy, MetricKind, RecognisedMetric } from './MetricKind';
import type { ProbeResult } from './ProbeResult';

/** What a feature's metric is; null where the store has no series of it. */
export function recognise(query: MetricQuery, probes: ProbeResult): RecognisedMetric | null {
  if (query.kind === 'expression') {
    return { query, kind: query.windowed ? 'windowed' : 'moments', countedBy: 'itself', buckets: 0 };
  }
  const { index, feature } = query;
  const kind = kindOf(index, probes);
  if (kind === null) {
    return null;
  }
  const buckets = probes.largest(index, kind === 'summary' ? 'summary' : 'classic');
  if (feature.label !== undefined) {
    const countedBy: CountedBy = kind === 'classic' || kind === 'native' ? kind : 'itself';
    return { query, kind: 'counter', countedBy, buckets: 0 };
  }
  return { query, kind, countedBy: 'itself', buckets: kind === 'classic' || kind === 'summary' ? buckets : 0 };
}

/**
 * Both kinds of histogram may be stored while a team moves from the one to the other: the native one is finer, and taken
 * where it covers all that the classic one does.
 */
function kindOf(index: number, probes: ProbeResult): Exclude<MetricKind, 'counter' | 'windowed' | 'moments'> | null {
  const classic = probes.of(index, 'classic').size;
  const native = probes.of(index, 'native').size;
  if (native > 0 && native >= classic) {
    return 'native';
  }
  if (classic > 0) {
    return 'classic';
  }
  if (probes.of(index, 'plain').size === 0) {
    return null;
  }
  return probes.of(index, 'summary').size > 0 ? 'summary' : 'gauge';
}
