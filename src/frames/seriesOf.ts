import type { WindowedVerdict } from '../evaluate/Result';
import type { TimeRange } from '../query/time';
import { segmentKey } from './compareByImportance';

/** What any verdict is on. */
export interface Judged {
  readonly window: TimeRange | null;
  readonly comparison: { readonly feature: string; readonly segment: Readonly<Record<string, string>> };
}

/** All verdicts on one feature in one segment, by time. */
export interface Series<Verdict extends Judged = WindowedVerdict> {
  readonly feature: string;
  readonly segment: Readonly<Record<string, string>>;
  /** Never empty. */
  readonly verdicts: readonly Verdict[];
}

/** Groups verdicts by feature and segment, in the order in which they first occur. */
export function seriesOf<Verdict extends Judged>(verdicts: readonly Verdict[]): Array<Series<Verdict>> {
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const { feature, segment } = verdict.comparison;
    const key = JSON.stringify([feature, segmentKey(segment)]);
    const group = groups.get(key);
    if (group) {
      group.push(verdict);
    } else {
      groups.set(key, [verdict]);
    }
  }
  return [...groups.values()].map((group) => {
    const { feature, segment } = group[0].comparison;
    const byTime = group.sort((a, b) => (a.window?.from ?? 0) - (b.window?.from ?? 0));
    return { feature, segment, verdicts: byTime };
  });
}

/** How a series is called in a legend: the feature, then its segment's values. */
export function seriesName({ feature, segment }: Pick<Series, 'feature' | 'segment'>): string {
  return [feature, ...Object.entries(segment).map(([name, value]) => `${name} ${value}`)].join(', ');
}
