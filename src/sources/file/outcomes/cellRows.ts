import { splitBySegment, type SegmentColumn } from '../group/splitBySegment';
import type { OutcomesCell } from '../../OutcomesRequest';
import { DayStarts } from './DayStarts';

/** Rows without a time in a selection that has one, where windows are for everything, whatever its time. */
const NO_DAY = 0;
const MOST_STRETCHES = 64;

/** The rows of one cell. */
export interface CellRows extends Omit<OutcomesCell, 'outcomes'> {
  readonly rows: Int32Array;
}

export interface Splitting {
  readonly segmentBy: readonly SegmentColumn[];
  /** Null where rows have no time: blocks are stretches of rows then. */
  readonly times: Float64Array | null;
  readonly timezone: string;
  /** By row a number for those that belong together, −1 for others: they are of the block of their first row. */
  readonly together?: Int32Array;
}

/** The rows of each window by segment and block. Throws a SourceError for too many segments. */
export function* cellRows(windows: readonly Int32Array[], splitting: Splitting): Generator<CellRows> {
  const days = new DayStarts(splitting.timezone);
  for (let window = 0; window < windows.length; window++) {
    const ofRow =
      splitting.times === null ? stretchesOf(windows[window]) : daysOf(splitting.times, (time) => days.startOf(time));
    const blockOf = splitting.together === undefined ? ofRow : ofFirst(ofRow, splitting.together, windows[window]);
    for (const { segment, rows } of splitBySegment(windows[window], splitting.segmentBy)) {
      for (const [block, own] of splitByBlock(rows, blockOf)) {
        yield { window, segment, block, rows: own };
      }
    }
  }
}

type BlockOf = (row: number) => number;

function daysOf(times: Float64Array, startOf: (time: number) => number): BlockOf {
  return (row) => (Number.isNaN(times[row]) ? NO_DAY : startOf(times[row]));
}

function ofFirst(blockOf: BlockOf, together: Int32Array, rows: Int32Array): BlockOf {
  const first = new Map<number, number>();
  for (let i = 0; i < rows.length; i++) {
    const group = together[rows[i]];
    if (group >= 0 && !first.has(group)) {
      first.set(group, blockOf(rows[i]));
    }
  }
  return (row) => first.get(together[row]) ?? blockOf(row);
}

/** 33 to 64 stretches of as many rows, where there are so many; all segments share them. */
function stretchesOf(rows: Int32Array): BlockOf {
  let size = 1;
  while (Math.ceil(rows.length / size) > MOST_STRETCHES) {
    size *= 2;
  }
  // Rows of a window ascend, so that each stretch is told by its first row.
  const starts = Int32Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => rows[i * size]);
  return (row) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (starts[middle] <= row) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  };
}

/** In ascending order of the blocks; the rows of each in their order. Of rows in order of time nothing is copied. */
function splitByBlock(rows: Int32Array, blockOf: BlockOf): Array<readonly [number, Int32Array]> {
  const sizes = new Map<number, number>();
  let runs = 0;
  for (let start = 0, end = 0; start < rows.length; start = end) {
    const block = blockOf(rows[start]);
    do {
      end++;
    } while (end < rows.length && blockOf(rows[end]) === block);
    sizes.set(block, (sizes.get(block) ?? 0) + end - start);
    runs++;
  }
  const parts = runs === sizes.size ? rows : sortByBlock(rows, blockOf, sizes);
  let start = 0;
  const found = Array.from(sizes, ([block, size]) => [block, parts.subarray(start, (start += size))] as const);
  return found.sort(([a], [b]) => a - b);
}

/** The rows of each block one after the other, the blocks as they are listed. */
function sortByBlock(rows: Int32Array, blockOf: BlockOf, sizes: ReadonlyMap<number, number>): Int32Array {
  const sorted = new Int32Array(rows.length);
  const places = new Map<number, number>();
  let start = 0;
  for (const [block, size] of sizes) {
    places.set(block, start);
    start += size;
  }
  for (let i = 0; i < rows.length; i++) {
    const block = blockOf(rows[i]);
    const place = places.get(block) ?? 0;
    sorted[place] = rows[i];
    places.set(block, place + 1);
  }
  return sorted;
}
