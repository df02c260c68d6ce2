import { hasKey, KeyIndex, NO_ROW } from '../keys/KeyIndex';
import type { KeyColumn } from '../columns/Column';

export interface LatestRows {
  /** Of each window: of rows with one key the latest alone, in their order. Rows without a key all stay. */
  readonly windows: readonly Int32Array[];
  /** Rows of any window whose key another row of the window has too. */
  readonly repeated: number;
}

/** Of predictions of one window that have the same key the latest by time counts, and of several at that time the last row. */
export function takeLatest(
  windows: readonly Int32Array[],
  keys: KeyColumn,
  index: KeyIndex,
  times: Float64Array | null
): LatestRows {
  const latest = new Int32Array(keys.values.length).fill(NO_ROW);
  const isRepeated = new Uint8Array(keys.values.length);
  const taken = windows.map((rows) => {
    let twice = false;
    for (const row of rows) {
      const first = index.firstOf(row);
      if (first !== NO_ROW) {
        const known = latest[first];
        if (known !== NO_ROW) {
          [isRepeated[known], isRepeated[row], twice] = [1, 1, true];
        }
        latest[first] = known === NO_ROW || !isBefore(times, row, known) ? row : known;
      }
    }
    const kept = twice ? rows.filter((row) => !hasKey(keys, row) || latest[index.firstOf(row)] === row) : rows;
    rows.forEach((row) => hasKey(keys, row) && (latest[index.firstOf(row)] = NO_ROW));
    return kept;
  });
  return { windows: taken, repeated: isRepeated.reduce((sum, one) => sum + one, 0) };
}

/** Rows without a time are before all others. */
function isBefore(times: Float64Array | null, row: number, other: number): boolean {
  return times !== null && (times[row] < times[other] || (Number.isNaN(times[row]) && !Number.isNaN(times[other])));
}
