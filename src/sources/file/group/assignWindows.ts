import type { TimeRange } from '../../../query/time';

/** The rows of each window, in the file's order. Windows may overlap; null stands for all rows, whatever their time. */
export function assignWindows(
  windows: ReadonlyArray<TimeRange | null>,
  times: Float64Array | null,
  kept: Uint8Array | null,
  rows: number
): Int32Array[] {
  const sizes = new Int32Array(windows.length);
  const ordered = byStart(windows);
  visit(ordered, windows, times, kept, rows, (window) => sizes[window]++);
  const assigned = Array.from(sizes, (size) => new Int32Array(size));
  sizes.fill(0);
  visit(ordered, windows, times, kept, rows, (window, row) => (assigned[window][sizes[window]++] = row));
  return assigned;
}

interface Ordered {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** The latest end up to here, to know when to stop looking back. */
  readonly latestEnds: Float64Array;
  readonly windows: Int32Array;
}

function byStart(windows: ReadonlyArray<TimeRange | null>): Ordered {
  const timed = windows
    .flatMap((range, window) => (range === null ? [] : [{ ...range, window }]))
    .sort((a, b) => a.from - b.from);
  const latestEnds = Float64Array.from(timed, ({ to }) => to);
  for (let i = 1; i < latestEnds.length; i++) {
    latestEnds[i] = Math.max(latestEnds[i], latestEnds[i - 1]);
  }
  return {
    starts: Float64Array.from(timed, ({ from }) => from),
    ends: Float64Array.from(timed, ({ to }) => to),
    latestEnds,
    windows: Int32Array.from(timed, ({ window }) => window),
  };
}

function visit(
  { starts, ends, latestEnds, windows }: Ordered,
  all: ReadonlyArray<TimeRange | null>,
  times: Float64Array | null,
  kept: Uint8Array | null,
  rows: number,
  visitRow: (window: number, row: number) => void
): void {
  const timeless = all.flatMap((range, window) => (range === null ? [window] : []));
  for (let row = 0; row < rows; row++) {
    if (kept !== null && kept[row] === 0) {
      continue;
    }
    for (const window of timeless) {
      visitRow(window, row);
    }
    const time = times === null ? NaN : times[row];
    for (let i = lastStart(starts, time); i >= 0 && latestEnds[i] > time; i--) {
      if (ends[i] > time) {
        visitRow(windows[i], row);
      }
    }
  }
}

/** Index of the last start that is not after the time; -1 where there is none, or no time. */
function lastStart(starts: Float64Array, time: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[middle] <= time) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}
