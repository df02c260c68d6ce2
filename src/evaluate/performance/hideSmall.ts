import { type Segment, segmentKey } from '../cells';
import type { OutcomeWindows } from './OutcomeWindows';
import type { AskedMetric } from './metricsOf';
import type { PerformanceDetails } from '../Result';
import type { Outcomes } from '../../outcomes/Outcomes';

/** Segments that enough rows have on all sides together to be named, and how many have not. */
export function namedSegments(
  segments: readonly Segment[],
  sides: ReadonlyArray<Pick<OutcomeWindows, 'set'>>,
  minimumCount: number
): { readonly segments: readonly Segment[]; readonly hidden: number } {
  if (minimumCount === 0) {
    return { segments, hidden: 0 };
  }
  const rows = new Map<string, number>();
  for (const { segment, outcomes } of sides.flatMap(({ set }) => set.cells)) {
    const key = segmentKey(segment);
    rows.set(key, (rows.get(key) ?? 0) + outcomes.rows);
  }
  const named = segments.filter((segment) => (rows.get(segmentKey(segment)) ?? 0) >= minimumCount);
  return { segments: named, hidden: segments.length - named.length };
}

/** Metrics of one class are measured of those alone that enough rows have, or were predicted as. */
export function namedMetrics(
  metrics: readonly AskedMetric[],
  sides: readonly Outcomes[],
  minimumCount: number
): readonly AskedMetric[] {
  return metrics.filter(({ ofClass }) => ofClass === undefined || rowsOfClass(sides, ofClass) >= minimumCount);
}

/** A matrix that would name a rare class is left out. */
export function withoutRareClasses(details: PerformanceDetails, sides: readonly Outcomes[], minimumCount: number) {
  const { confusion, ...rest } = details;
  const isRare = confusion?.classes.some((name) => rowsOfClass(sides, name) < minimumCount) === true;
  return isRare ? rest : details;
}

function rowsOfClass(sides: readonly Outcomes[], name: string): number {
  return sides.reduce((sum, { confusion, unlabelled }) => {
    const at = confusion?.classes.indexOf(name) ?? -1;
    const counts = confusion?.counts ?? [];
    const own = at < 0 ? 0 : counts[at].reduce((a, b) => a + b, 0);
    const predicted = at < 0 ? 0 : counts.reduce((total, row, i) => total + (i === at ? 0 : row[at]), 0);
    return sum + own + predicted + (unlabelled?.get(name) ?? 0);
  }, 0);
}
