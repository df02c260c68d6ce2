import { medianVariance } from './medianVariance';
import type { ShareColumns } from './shareColumns';
import { type Timeline, UNUSED } from './Timeline';

/** What each window is compared with. */
export interface References {
  /** (windows + 1) × columns, row-major, the first row 0, as of the counts: only where `variance` is not NaN. */
  readonly shares: Float64Array;
  /** The variance of a reference share p is p(1 − p) times this, if rows are independent. NaN: no reference. */
  readonly variance: Float64Array;
}

/**
 * Column by column the median of the shares of each window's reference windows, where at least half of them have rows. As
 * the columns of numbers are cumulative shares, so is their median.
 */
export function referencesOf({ columns, rows, counts }: ShareColumns, timeline: Timeline): References {
  const { windows, references, referencesPerWindow } = timeline;
  const shares = new Float64Array((windows + 1) * columns);
  const variance = new Float64Array(windows).fill(NaN);
  const found = new Int32Array(referencesPerWindow);
  const sorted = new Float64Array(referencesPerWindow);
  for (let window = 0; window < windows; window++) {
    let [k, wanted, inverse] = [0, 0, 0];
    for (let i = window * referencesPerWindow; i < (window + 1) * referencesPerWindow; i++) {
      const reference = references[i];
      wanted += reference === UNUSED ? 0 : 1;
      if (reference >= 0 && rows[reference] > 0) {
        found[k++] = reference;
        inverse += 1 / rows[reference];
      }
    }
    if (k === 0 || 2 * k < wanted) {
      continue;
    }
    variance[window] = (medianVariance(k) * inverse) / (k * k);
    for (let column = 0; column < columns; column++) {
      for (let i = 0; i < k; i++) {
        insert(sorted, i, counts[(found[i] + 1) * columns + column] / rows[found[i]]);
      }
      shares[(window + 1) * columns + column] =
        k % 2 === 1 ? sorted[(k - 1) / 2] : (sorted[k / 2 - 1] + sorted[k / 2]) / 2;
    }
  }
  return { shares, variance };
}

/** Puts a value into the first `length` ones, which ascend. */
function insert(sorted: Float64Array, length: number, value: number): void {
  let i = length;
  for (; i > 0 && sorted[i - 1] > value; i--) {
    sorted[i] = sorted[i - 1];
  }
  sorted[i] = value;
}
