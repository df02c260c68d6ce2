import type { Distribution, Samples } from '../../distribution/Distribution';
import { numberOfValues } from '../../distribution/numberOfValues';
import { frequentValues, occurrencesOf } from '../../distribution/occurrences';
import { LEAST_WINDOWS } from '../../statistics/quality/band';

/** How far beyond the most that past windows show something must lie. */
const WIDENED = 0.5;

/**
 * The growth of one number's share up to which past windows make it usual: the most that any number grew in any of them,
 * half as much again. A reading that all rows of an hour share puts another number on top each day. No window is left out:
 * one foggy day in a month is weather too. Null for too few windows.
 */
export function usualGrowth(baseline: Samples, past: readonly Distribution[], least: number): number | null {
  const filled = past.filter((window) => numberOfValues(window) > 0);
  return filled.length < LEAST_WINDOWS
    ? null
    : (1 + WIDENED) * Math.max(...filled.map((window) => growthIn(window, baseline, least)));
}

/** The most that a number of at least this share grew, of those that hold twice their share or more. */
function growthIn(window: Distribution, baseline: Samples, least: number): number {
  const total = numberOfValues(window);
  return frequentValues(window, least * total).reduce((most, value) => {
    const share = occurrencesOf(window, value).low / total;
    const usual = occurrencesOf(baseline, value).low / numberOfValues(baseline);
    return share >= 2 * usual ? Math.max(most, share - usual) : most;
  }, 0);
}

/** The most of one number in any past window, half of the stretch above them; null for too few windows. */
export function usualShare(past: ReadonlyArray<number | null>): number | null {
  const known = past.filter((share) => share !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return known.length < LEAST_WINDOWS ? null : high + WIDENED * (high - low);
}
