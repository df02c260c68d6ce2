import type { WindowedPerformance } from '../../evaluate/Result';
import { segmentKey } from '../compareByImportance';

/** All verdicts on one metric in one segment, by time. */
export interface PerformanceSeries {
  /** The metric; of one of several classes with its name: `recall (fraud)`. */
  readonly feature: string;
  readonly segment: Readonly<Record<string, string>>;
  /** Never empty. */
  readonly verdicts: readonly WindowedPerformance[];
}

/** Groups verdicts by metric, class and segment, in the order in which they first occur. */
export function performanceSeries(verdicts: readonly WindowedPerformance[]): PerformanceSeries[] {
  const groups = new Map<string, WindowedPerformance[]>();
  for (const verdict of verdicts) {
    const key = JSON.stringify([verdict.metric, verdict.ofClass ?? null, segmentKey(verdict.segment)]);
    const group = groups.get(key) ?? [];
    group.push(verdict);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => ({
    feature: metricName(group[0]),
    segment: group[0].segment,
    verdicts: group.toSorted((a, b) => (a.window?.from ?? 0) - (b.window?.from ?? 0)),
  }));
}

export function metricName({ metric, ofClass }: Pick<WindowedPerformance, 'metric' | 'ofClass'>): string {
  return ofClass === undefined ? metric : `${metric} (${ofClass})`;
}
