import type { References } from './references';
import type { ShareColumns } from './shareColumns';

/** Running sums over the windows that have both rows and a reference, so that any stretch of them costs one subtraction. */
export interface WindowSums {
  readonly windows: number;
  readonly columns: number;
  /** (windows + 1) × columns, row-major: rows before each window. */
  readonly counts: Float64Array;
  /** The same of the rows that there would be by the reference. */
  readonly expected: Float64Array;
  isUsable(window: number): boolean;
  /** Whether at least half of `length` windows from `start` on are usable. */
  isCovered(start: number, length: number): boolean;
  rowsBetween(start: number, end: number): number;
  /** Variance factor of the references of a stretch together, weighted by rows. */
  varianceBetween(start: number, end: number): number;
}

/** The counts and shares are summed up in place, and are those of single windows no more: they are the largest arrays. */
export function windowSums({ columns, rows, counts }: ShareColumns, { shares, variance }: References): WindowSums {
  const windows = rows.length;
  const usable = new Float64Array(windows + 1);
  const allRows = new Float64Array(windows + 1);
  const variances = new Float64Array(windows + 1);
  for (let window = 0; window < windows; window++) {
    const isUsable = rows[window] > 0 && !Number.isNaN(variance[window]);
    const n = isUsable ? rows[window] : 0;
    usable[window + 1] = usable[window] + (isUsable ? 1 : 0);
    allRows[window + 1] = allRows[window] + n;
    variances[window + 1] = variances[window] + (isUsable ? n * n * variance[window] : 0);
    const from = (window + 1) * columns;
    for (let i = from; i < from + columns; i++) {
      counts[i] = counts[i - columns] + (isUsable ? counts[i] : 0);
      shares[i] = shares[i - columns] + (isUsable ? n * shares[i] : 0);
    }
  }
  const rowsBetween = (start: number, end: number) => allRows[end] - allRows[start];
  return {
    windows,
    columns,
    counts,
    expected: shares,
    isUsable: (window) => usable[window + 1] > usable[window],
    isCovered: (start, length) => 2 * (usable[start + length] - usable[start]) >= length,
    rowsBetween,
    varianceBetween: (start, end) => (variances[end] - variances[start]) / rowsBetween(start, end) ** 2,
  };
}
