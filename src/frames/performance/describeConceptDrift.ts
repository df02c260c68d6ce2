import type { ConceptDrift } from '../../evaluate/Result';

/** Whether labels contradict the scores, in a sentence with its numbers. */
export function describeConceptDrift({ gap, low, high, rows, severity, from, to }: ConceptDrift): string {
  const points = (share: number) => `${(100 * share).toFixed(1)}`;
  const day = (time: number) => new Date(time).toISOString().slice(0, 10);
  const days = from === null || to === null ? '' : ` from ${day(from)} to ${day(to)}`;
  const interval = `95% interval ${points(low)} to ${points(high)}; ${Math.round(rows).toLocaleString('en-US')} labels${days}`;
  if (severity === 0) {
    return `No concept drift found: accuracy differs from its estimate by ${points(gap)} percentage points (${interval}).`;
  }
  const direction = gap < 0 ? 'below' : 'above';
  return `Concept drift: accuracy is ${points(Math.abs(gap))} percentage points ${direction} its estimate from scores (${interval}). Labels relate to scores in another way than in the baseline.`;
}
