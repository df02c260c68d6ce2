import { NO_VALUE, splitBySegment, type SegmentColumn } from '../group/splitBySegment';
import type { OutcomesCell } from '../../OutcomesRequest';
import { DayStarts } from './DayStarts';

/** Rows without a time in a selection that has one, where windows are for everything, whatever its time. */
const NO_DAY = 0;
const MOST_STRETCHES = 64;
/** No column is called so. */
const VERSION = '\0version';

/** The rows of one cell. */
export interface CellRows extends Omit<OutcomesCell, 'outcomes'> {
  readonly rows: Int32Array;
}

export interface Splitting {
  readonly segmentBy: readonly SegmentColumn[];
  readonly version?: SegmentColumn;
  /** Null where rows have no time: blocks are stretches of rows then. */
  readonly times: Float64Array | null;
  readonly timezone: string;
}

/** The rows of each window by segment, version and block. Throws a SourceError for too many segments. */
export function* cellRows(windows: readonly Int32Array[], splitting: Splitting): Generator<CellRows> {
  const { segmentBy, version } = splitting;
  const columns = version === undefined ? segmentBy : [...segmentBy, { ...version, name: VERSION }];
  const days = new DayStarts(splitting.timezone);
  for (let window = 0; window < windows.length; window++) {
    const blockOf =
      splitting.times === null ? stretchesOf(windows[window]) : daysOf(splitting.times, (time) => days.startOf(time));
    for (const { segment: parts, rows } of splitBySegment(windows[window], columns)) {
      const { [VERSION]: versionName = NO_VALUE, ...segment } = parts;
      const of = { window, segment, ...(version !== undefined && { version: versionName }) };
      for (const [block, own] of splitByBlock(rows, blockOf)) {
        yield { ...of, block, rows: own };
      }
    }
  }
}

type BlockOf = (row: number) => number;

function daysOf(times: Float64Array, startOf: (time: number) => number): BlockOf {
  return (row) => (Number.isNaN(times[row]) ? NO_DAY : startOf(times[row]));
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

/** In ascending order of the blocks; the rows of each in their order. */
function splitByBlock(rows: Int32Array, blockOf: BlockOf): Array<readonly [number, Int32Array]> {
  const indices = new Map<number, number>();
  const sizes: number[] = [];
  const ofRow = new Int32Array(rows.length);
  let [last, index] = [NaN, 0];
  for (let i = 0; i < rows.length; i++) {
    const block = blockOf(rows[i]);
    if (block !== last) {
      index = indices.get(block) ?? sizes.push(0) - 1;
      indices.set(block, index);
      last = block;
    }
    sizes[index]++;
    ofRow[i] = index;
  }
  const parts = sizes.map((size) => new Int32Array(size));
  const filled = new Int32Array(sizes.length);
  for (let i = 0; i < rows.length; i++) {
    parts[ofRow[i]][filled[ofRow[i]]++] = rows[i];
  }
  return Array.from(indices, ([block, i]) => [block, parts[i]] as const).sort(([a], [b]) => a - b);
}
