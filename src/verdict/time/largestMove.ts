import type { Compared } from '../../statistics/time/stretchAt';
import type { CategoryFinding } from '../Verdict';

/** Of all that shares gained, or lost, a category that is said to have changed makes at least so much. */
const NEARLY_ALL = 0.8;

/** Without a p-value: what is sure is the score of the whole feature. */
export type MovedCategory = Omit<CategoryFinding, 'pValue'>;

/**
 * The category that makes nearly all of a change, of two that do (as of a boolean) the one whose share changed by the
 * larger factor. Null where several do, or where it is not listed apart. The median of few rare rows is often 0: then the
 * share in the whole calibration counts, and only what it has not seen is new.
 *
 * @param pastShare of a category in the whole calibration
 */
export function largestMove(
  { current, reference, rows, referenceRows }: Compared,
  names: readonly string[],
  pastShare: (category: number) => number
): MovedCategory | null {
  const total = current.reduce((sum, share, i) => sum + Math.abs(share - reference[i]) / 2, 0);
  let [moved, largest, before] = [-1, 1, 0];
  names.forEach((_, i) => {
    if (Math.abs(current[i] - reference[i]) < NEARLY_ALL * total) {
      return;
    }
    const past = reference[i] > 0 ? reference[i] : Math.min(current[i], pastShare(i));
    const factor = Math.max(current[i] / past, past / current[i]);
    if (factor > largest) {
      [moved, largest, before] = [i, factor, past];
    }
  });
  if (moved < 0) {
    return null;
  }
  const now = current[moved];
  return {
    category: names[moved],
    change: before === 0 ? 'new' : now === 0 ? 'vanished' : now > before ? 'grown' : 'shrunk',
    baselineCount: Math.round(before * referenceRows),
    currentCount: Math.round(now * rows),
    baselineShare: before,
    currentShare: now,
  };
}
