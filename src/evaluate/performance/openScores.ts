import { plainText } from '../../distribution/cell/plainText';
import type { PerformanceResult, WindowedPerformance } from '../Result';
import { finerScoreEdges } from './finerScoreEdges';
import type { OutcomeWindows } from './OutcomeWindows';
import type { SettledPerformance } from './settlePerformance';

/** Whether buckets of scores leave a verdict open that may raise an alarm. */
export function isOpen({ verdicts }: Pick<PerformanceResult, 'verdicts'>): boolean {
  return verdicts.some((verdict) => (verdict.gates || verdict.objective !== null) && isHidden(verdict));
}

function isHidden({ reason, current, objective }: WindowedPerformance): boolean {
  return reason.code === 'hidden_by_buckets' || (reason.code === 'objective_open' && couldDecide(current, objective));
}

/** Whether an objective would be met or missed if the value lay at one end of its bounds. */
function couldDecide(
  { boundLow, boundHigh, low, high }: WindowedPerformance['current'],
  objective: number | null
): boolean {
  if (boundLow === null || boundHigh === null || low === null || high === null || objective === null) {
    return false;
  }
  const isWide = boundHigh > boundLow;
  return isWide && (boundLow + (high - boundHigh) < objective || boundHigh - (boundLow - low) > objective);
}

/** Finer edges of the scores' columns; none where a store's buckets are what they are. */
export function finerEdgesOf(
  { current, before }: { readonly current: OutcomeWindows; readonly before: OutcomeWindows | null },
  { positive }: Pick<PerformanceResult, 'positive'>,
  { query, roles }: SettledPerformance
): ReadonlyMap<string, Float64Array> {
  if (roles.series !== undefined) {
    return new Map();
  }
  const ofClass = (column: string) => {
    const { score } = query;
    const found =
      typeof score === 'object' ? Object.entries(score).find(([, name]) => name === column)?.[0] : undefined;
    return found === undefined ? positive : plainText(found);
  };
  return finerScoreEdges([...current.set.cells, ...(before?.set.cells ?? [])], ofClass);
}
