import type { WindowedVolume } from '../../evaluate/Result';
import { segmentKey } from '../compareByImportance';

/** All verdicts on one measure in one segment, by time. */
export interface VolumeSeries {
  readonly feature: string;
  readonly segment: Readonly<Record<string, string>>;
  /** Never empty. */
  readonly verdicts: readonly WindowedVolume[];
}

/** Groups verdicts by measure and segment, in the order in which they first occur. */
export function volumeSeries(verdicts: readonly WindowedVolume[]): VolumeSeries[] {
  const groups = new Map<string, WindowedVolume[]>();
  for (const verdict of verdicts) {
    const key = `${verdict.measure}\0${segmentKey(verdict.segment)}`;
    groups.set(key, [...(groups.get(key) ?? []), verdict]);
  }
  return [...groups.values()].map((group) => ({
    feature: group[0].measure,
    segment: group[0].segment,
    verdicts: group.toSorted((a, b) => a.window.from - b.window.from),
  }));
}
