import { BadQuery } from '../../query/BadQuery';
import { formatDuration } from '../../query/duration';
import type { TimeRange } from '../../query/time';
import { fromWallClock, toWallClock } from '../../query/calendar';

const MS_A_DAY = 86_400_000;
/** 1970-01-05, the first Monday: windows of whole weeks begin on Mondays. */
const MONDAY = 4 * MS_A_DAY;
const MOST_WINDOWS = 2000;

/**
 * The complete windows that end within the range, (from, to]. They lie on a grid that does not depend on the range:
 * windows of less than a day are counted from the epoch, those of whole days begin at midnight in the time zone and those
 * of whole weeks on a Monday. So zooming shows the same windows again, and daylight saving makes one of 23 or 25 hours.
 */
export function cutWindows(range: TimeRange, duration: number, timezone: string): TimeRange[] {
  if ((range.to - range.from) / duration > MOST_WINDOWS) {
    throw new BadQuery(
      `"window": ${formatDuration(duration)} gives too many windows (limit ${MOST_WINDOWS}). Increase the window size, or shorten the time range.`
    );
  }
  const wholeDays = duration % MS_A_DAY === 0;
  const zone = wholeDays ? timezone : 'UTC';
  const anchor = duration % (7 * MS_A_DAY) === 0 ? MONDAY : 0;
  const windows: TimeRange[] = [];
  let wall = anchor + Math.floor((toWallClock(range.from, zone) - anchor) / duration) * duration;
  for (;;) {
    const window = { from: fromWallClock(wall, zone), to: fromWallClock(wall + duration, zone) };
    if (window.to > range.to) {
      return windows;
    }
    if (window.to > range.from) {
      windows.push(window);
    }
    wall += duration;
  }
}

/** A moment moved back: by whole days on the zone's clock, so that midnight stays midnight; otherwise by its length. */
export function moveBack(time: number, offset: number, timezone: string): number {
  return offset % MS_A_DAY === 0 ? fromWallClock(toWallClock(time, timezone) - offset, timezone) : time - offset;
}
