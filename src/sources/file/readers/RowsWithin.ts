import { LATEST_TIME } from '../../../query/epochTime';
import type { TimeRange } from '../../../query/time';
import { timeFromBytes } from '../bytes/timeFromBytes';
import { parseTimestamp } from '../../../query/parseTimestamp';
import { TimeBuilder } from '../columns/TimeBuilder';
import { KeptRows } from './KeptRows';

/** A column of times, and the range of which rows are needed. */
export interface Within {
  readonly timeField: string;
  readonly range: TimeRange;
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Leaves out rows while they are read: those whose time lies outside of a range. A row without a time is kept. Throws
 * OddTimes where the column of times holds anything else, since then all of it is needed to say what the times are.
 */
export class RowsWithin {
  readonly kept = new KeptRows();
  /** Gathers the times of the rows that are kept. */
  readonly times: TimeBuilder;
  private readonly range: TimeRange;

  constructor({ timeField, range }: Within) {
    this.times = new TimeBuilder(timeField, true);
    this.range = range;
  }

  /** Looks at the next row, by the text of its time. */
  leavesOut(text: string): boolean {
    return this.decide(parseTimestamp(text) ?? NaN);
  }

  /** The same for valid UTF-8, `bytes[start, end)`. */
  leavesOutBytes(bytes: Uint8Array, start: number, end: number): boolean {
    const time = timeFromBytes(bytes, start, end);
    return Number.isNaN(time) && end > start
      ? this.leavesOut(utf8.decode(bytes.subarray(start, end)))
      : this.decide(time);
  }

  /** A row without a time, or NaN, is kept, and one that lies too late is no time. */
  decide(time: number): boolean {
    const isOutside = time < this.range.from || (time >= this.range.to && time < LATEST_TIME);
    if (isOutside) {
      this.times.leaveOut();
      this.kept.leaveOut();
    } else {
      this.kept.keep();
    }
    return isOutside;
  }
}
