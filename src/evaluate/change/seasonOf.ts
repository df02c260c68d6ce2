import { BadQuery } from '../../query/BadQuery';
import { toWallClock } from '../../query/calendar';
import type { ChangeQuery } from '../../query/changeQuery';
import { parseDuration } from '../../query/duration';
import type { TimeRange } from '../../query/time';
import { LEAST_PERIODS, type Season } from '../../statistics/change/subtractSeason';

/**
 * The place of each window in the season, by the clock of the query's time zone, so that daylight saving moves none.
 * Undefined where no season is asked for. Throws a BadQuery where windows and season don't fit.
 */
export function seasonOf(
  { period, window, timezone }: Pick<ChangeQuery, 'period' | 'window' | 'timezone'>,
  windows: readonly TimeRange[]
): Season | undefined {
  if (period === undefined) {
    return undefined;
  }
  const [length, step] = [parseDuration(period), parseDuration(window)];
  const count = length / step;
  if (!Number.isInteger(count) || count < 2) {
    throw new BadQuery(`"period": ${period} is no multiple of the window, ${window}: choose windows that divide it.`);
  }
  if (windows.length < LEAST_PERIODS * count) {
    throw new BadQuery(
      `"period": ${period} has to be seen ${LEAST_PERIODS} times to be told from a change, and the ${windows.length} windows hold it ${Math.floor(windows.length / count)} times. Choose a longer time range, or a shorter period.`
    );
  }
  const phases = windows.map(({ from }) => modulo(Math.round(toWallClock(from, timezone) / step), count));
  return { period: count, phases };
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
