import type { TimeRange } from '../../../query/time';
import type { ProbeResult } from '../metric/ProbeResult';
import type { RecognizedMetric } from '../metric/MetricKind';

/** How many windows of each feature hold only a part of their time, since its series begin or end inside them. */
export function partlyFilled(
  metrics: readonly RecognizedMetric[],
  probes: ProbeResult,
  windows: readonly TimeRange[],
  filled: (index: number, window: number) => boolean
): string[] {
  const byCount = new Map<number, string[]>();
  for (const { query } of metrics) {
    if (query.kind !== 'metric' || probes.seenRarely.has(query.index)) {
      continue;
    }
    const seen = [probes.of(query.index, 'classic'), probes.of(query.index, 'plain')];
    const isThere = (time: number) => seen.some((times) => times.has(time));
    const partly = windows.filter(
      ({ from, to }, window) => filled(query.index, window) && !(isThere(from) && isThere(to))
    ).length;
    byCount.set(partly, [...(byCount.get(partly) ?? []), query.feature.name]);
  }
  byCount.delete(0);
  return [...byCount].map(
    ([count, names]) =>
      `${names.join(', ')}: in ${count} of ${windows.length} ${windows.length === 1 ? 'window' : 'windows'} the series begin or end inside the window, which so holds only a part of its time.`
  );
}
