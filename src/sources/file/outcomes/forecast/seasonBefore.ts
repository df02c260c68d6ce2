import { fromWallClock, toWallClock } from '../../../../query/calendar';

const MS_A_DAY = 86_400_000;

/**
 * The times that lie a season before one: as many milliseconds, or of whole days the same time on the clock of the zone, where
 * a change of the clock lies between both.
 */
export function seasonBefore(season: number, timezone: string): (time: number) => readonly number[] {
  if (season % MS_A_DAY !== 0 || timezone === 'UTC') {
    return (time) => [time - season];
  }
  const known = new Map<number, readonly number[]>();
  return (time) => {
    const found = known.get(time) ?? timesBefore(time);
    known.set(time, found);
    return found;
  };

  function timesBefore(time: number): readonly number[] {
    const onClock = fromWallClock(toWallClock(time, timezone) - season, timezone);
    return onClock === time - season ? [onClock] : [onClock, time - season];
  }
}
