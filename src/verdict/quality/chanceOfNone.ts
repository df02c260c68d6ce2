import { LEAST_WINDOWS } from '../../statistics/quality/band';

/**
 * Chance that none of so many rows has what past windows had in these shares, at the least share that they make usual: the
 * smallest, moved out by half of the stretch from it to the largest, in ratios. Cancelled flights come in bad days, and a
 * day without one is rarer than by the mean share of all days, but no wonder. 0 for too few windows, which say nothing.
 */
export function chanceOfNone(past: readonly number[], rows: number): number {
  if (past.length < LEAST_WINDOWS) {
    return 0;
  }
  const [low, high] = [Math.min(...past), Math.max(...past)];
  return low === 0 ? 1 : Math.exp(rows * Math.log1p(-low * Math.sqrt(low / high)));
}
