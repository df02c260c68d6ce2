import type { Points } from './probePoints';
import { lastEnd, type Run } from './runs';

/** The ends of a run's windows. */
export function pointsOf(run: Run): Points {
  return { start: run.firstEnd, end: lastEnd(run), step: run.step, window: run.length };
}
