import { BadQuery } from '../../query/BadQuery';
import { parseDuration } from '../../query/duration';
import type { Query } from '../../query/query';
import type { TimeRange } from '../../query/time';
import { describeTime } from '../describeTime';
import { cutWindows } from './cutWindows';

/**
 * The windows that are judged: the whole range up to now, or each complete window of the query's duration that ended before
 * now − delay. `bounds` are the times of the selection's first and last row, for where no range is given.
 */
export function currentWindows(
  query: Pick<Query, 'window' | 'timezone' | 'delay' | 'current'>,
  range: TimeRange | null,
  now: number,
  bounds: TimeRange | null
): Array<TimeRange | null> {
  const { window, timezone, delay } = query;
  if (query.current.timeField === undefined) {
    if (window !== 'range') {
      throw new BadQuery('"window": a duration needs a "timeField" in "current", to tell in which window a row lies.');
    }
    return [null];
  }
  const settled = now - (delay === undefined ? 0 : parseDuration(delay));
  if (window === 'range') {
    if (range === null) {
      return [null];
    }
    // A window that ends in the future is compared with a whole one before it: both sides end now.
    return [delay !== undefined || endsInFuture(range, now) ? notAfter(range, settled) : range];
  }
  const whole = range ?? everything(bounds, parseDuration(window));
  const windows = cutWindows(notAfter(whole, settled), parseDuration(window), timezone);
  if (windows.length === 0) {
    throw new BadQuery(
      `"window": no complete window of ${window} ends between ${describeTime(whole.from)} and ${describeTime(Math.min(whole.to, settled))}: choose a longer time range, or shorter windows.`
    );
  }
  return windows;
}

/** Whether a range has begun and is not over, as "today" is. */
export function endsInFuture({ from, to }: TimeRange, now: number): boolean {
  return from < now && now < to;
}

/** Without a range all rows are meant, the last window's too. */
function everything(bounds: TimeRange | null, duration: number): TimeRange {
  return bounds === null ? { from: 0, to: 0 } : { from: bounds.from, to: bounds.to + duration };
}

function notAfter({ from, to }: TimeRange, latest: number): TimeRange {
  return { from: Math.min(from, latest), to: Math.min(to, latest) };
}
