import { fromWallClock, toWallClock } from './calendar';
import type { TimeRange } from './time';

const MS_A_DAY = 86_400_000;

/** A day of a time zone as far as it lies within a range. */
export interface Day extends TimeRange {
  /** When the day begins, which may be before the range does. */
  readonly start: number;
}

/** When the day of a moment began in a time zone. Throws a BadQuery for a zone that does not exist. */
export function startOfDay(time: number, timezone: string): number {
  return fromWallClock(Math.floor(toWallClock(time, timezone) / MS_A_DAY) * MS_A_DAY, timezone);
}

/** The days that a range touches, in ascending order; daylight saving makes some of 23 or 25 hours. */
export function daysIn({ from, to }: TimeRange, timezone: string): Day[] {
  const days: Day[] = [];
  for (let wall = Math.floor(toWallClock(from, timezone) / MS_A_DAY) * MS_A_DAY; ; wall += MS_A_DAY) {
    const start = fromWallClock(wall, timezone);
    if (start >= to) {
      return days;
    }
    const end = fromWallClock(wall + MS_A_DAY, timezone);
    if (end > from) {
      days.push({ start, from: Math.max(from, start), to: Math.min(to, end) });
    }
  }
}
