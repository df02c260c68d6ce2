import { toWallClock } from '../../query/calendar';
import type { TimeRange } from '../../query/time';
import type { Places } from '../../statistics/time/timelineOf';
import { type Grid, gridOf, numberOn } from '../windows/gridOf';

const MS_A_DAY = 86_400_000;

/**
 * Season, place and block of windows on the clock of the seasons' time zone: the same hour stays the same hour when
 * daylight saving begins. The nearest place counts, for windows of several hours that the change moves off the grid.
 */
export function placesOf(windows: readonly TimeRange[], duration: number, grid: Grid, timezone: string): Places {
  const days = gridOf(MS_A_DAY, timezone);
  const season = new Int32Array(windows.length);
  const place = new Int32Array(windows.length);
  const block = new Int32Array(windows.length);
  windows.forEach(({ from }, i) => {
    season[i] = numberOn(grid, from);
    const within = toWallClock(from, grid.zone) - grid.anchor - season[i] * grid.duration;
    place[i] = Math.round(within / duration);
    block[i] = duration < MS_A_DAY ? numberOn(days, from) : i;
  });
  return { season, place, block };
}
