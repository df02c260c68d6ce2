import type { WindowedVerdict } from '../evaluate/Result';
import { score } from './score';
import type { Judged } from './seriesOf';

/** Drift before warning before no drift before undecided; then the largest effect in thresholds; then by name and time. */
export function compareByImportance(a: WindowedVerdict, b: WindowedVerdict): number {
  return (b.severity ?? -1) - (a.severity ?? -1) || (score(b) ?? -1) - (score(a) ?? -1) || compareSubjects(a, b);
}

/** By feature, segment and time. */
export function compareSubjects(a: Judged, b: Judged): number {
  return (
    compareText(a.comparison.feature, b.comparison.feature) ||
    compareText(segmentKey(a.comparison.segment), segmentKey(b.comparison.segment)) ||
    (a.window?.from ?? 0) - (b.window?.from ?? 0)
  );
}

/** One text for each segment, to tell segments apart by. */
export function segmentKey(segment: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(segment).sort(([a], [b]) => compareText(a, b)));
}

/** By code units, so that the order is the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
