import { BadQuery } from './BadQuery';

const MS_A_MINUTE = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The clock on the wall of a time zone, as the milliseconds that UTC's clock would show. Throws a BadQuery for a zone
 * that does not exist.
 */
export function toWallClock(time: number, timezone: string): number {
  if (timezone === 'UTC') {
    return time;
  }
  const parts = new Map(
    formatOf(timezone)
      .formatToParts(time)
      .map(({ type, value }) => [type, Number(value)])
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  const seconds = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return seconds + (((time % 1000) + 1000) % 1000);
}

/** The moment at which the zone's clock shows a time; where the clock skips it, the moment of the jump. */
export function fromWallClock(wall: number, timezone: string): number {
  if (timezone === 'UTC') {
    return wall;
  }
  const offsetBefore = toWallClock(wall - 24 * 60 * MS_A_MINUTE, timezone) - (wall - 24 * 60 * MS_A_MINUTE);
  const offsetAfter = toWallClock(wall + 24 * 60 * MS_A_MINUTE, timezone) - (wall + 24 * 60 * MS_A_MINUTE);
  for (const time of [wall - offsetBefore, wall - offsetAfter]) {
    if (toWallClock(time, timezone) === wall) {
      return time;
    }
  }
  return wall - offsetBefore;
}

function formatOf(timezone: string): Intl.DateTimeFormat {
  const known = formats.get(timezone);
  if (known !== undefined) {
    return known;
  }
  const format = createFormat(timezone);
  formats.set(timezone, format);
  return format;
}

function createFormat(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    throw new BadQuery(`"timezone": there is no time zone "${timeZone}": write one such as UTC or Europe/Berlin.`);
  }
}
