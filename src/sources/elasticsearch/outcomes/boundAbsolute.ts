import type { Bounded } from '../../../outcomes/ErrorSums';

/** Rows of a cell of a square grid, with the sums of what was predicted and of what came true. */
export interface GridCell {
  readonly rows: number;
  readonly predicted: number;
  readonly actual: number;
  /** Both lie in the same stretch of numbers; else all of the one lie above all of the other. */
  readonly isDiagonal: boolean;
}

/** Of rounding, relative to the sums. */
const SLACK = 1e-9;

/**
 * What the sum of all |p − y| lies between. Off the diagonal it is the difference of the sums; on it at least that, and at
 * most the side of the cells for each row, or what the squares of errors that other cells leave over allow (Cauchy–Schwarz).
 */
export function boundAbsolute(cells: readonly GridCell[], side: number, squares: number): Bounded {
  let [exact, low, rows, left, all] = [0, 0, 0, squares, 0];
  for (const { rows: own, predicted, actual, isDiagonal } of cells) {
    const difference = Math.abs(predicted - actual);
    all += own;
    if (isDiagonal) {
      low += difference;
      rows += own;
    } else {
      exact += difference;
      left -= own === 0 ? 0 : difference ** 2 / own;
    }
  }
  const open = Math.min(rows * side, Math.sqrt(rows * (Math.max(0, left) + SLACK * squares)));
  const high = Math.min(exact + Math.max(open, low), Math.sqrt(all * squares) * (1 + SLACK));
  return { low: exact + low, high: Math.max(high, exact + low) };
}
