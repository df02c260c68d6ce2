import { BadQuery } from '../../query/BadQuery';
import { fromWallClock, toWallClock } from '../../query/calendar';
import { formatDuration } from '../../query/duration';
import type { TimeRange } from '../../query/time';
import { gridOf, numberOn, startOn } from './gridOf';

const MS_A_DAY = 86_400_000;
const MOST_WINDOWS = 2000;

/**
 * The complete windows that end within the range, (from, to]. They lie on a grid that does not depend on the range:
 * `gridOf`. So zooming shows the same windows again, and daylight saving makes one of 23 or 25 hours.
 */
export function cutWindows(range: TimeRange, duration: number, timezone: string, most = MOST_WINDOWS): TimeRange[] {
  if ((range.to - range.from) / duration > most) {
    throw new BadQuery(
      `"window": ${formatDuration(duration)} gives too many windows (limit ${most}). Increase the window size, or shorten the time range.`
    );
  }
  const grid = gridOf(duration, timezone);
  const windows: TimeRange[] = [];
  for (let number = numberOn(grid, range.from); ; number++) {
    const window = { from: startOn(grid, number), to: startOn(grid, number + 1) };
    if (window.to > range.to) {
      return windows;
    }
    if (window.to > range.from) {
      windows.push(window);
    }
  }
}

/** A moment moved back: by whole days on the zone's clock, so that midnight stays midnight; otherwise by its length. */
export function moveBack(time: number, offset: number, timezone: string): number {
  return offset % MS_A_DAY === 0 ? fromWallClock(toWallClock(time, timezone) - offset, timezone) : time - offset;
}
