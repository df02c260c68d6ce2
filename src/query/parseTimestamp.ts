const DATE = String.raw`(\d{4})-(\d{2})-(\d{2})`;
const CLOCK = String.raw`(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?`;
const ZONE = String.raw`\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?`;
const EXTENDED = new RegExp(`^${DATE}(?:[T ]${CLOCK}${ZONE})?$`, 'i');
/** Without a time of day it is a number. */
const BASIC = new RegExp(String.raw`^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(?:(\d{2})(?:[.,](\d{1,9}))?)?${ZONE}$`, 'i');
const MS_A_MINUTE = 60_000;
/** The calendar repeats after so many years. Date.UTC takes years before 100 for ones of the twentieth century. */
const CYCLE = { years: 400, ms: 146_097 * 86_400_000 };

/**
 * Milliseconds since the epoch of an ISO 8601 time in its extended or basic form, or an RFC 3339 one, in capitals or
 * small letters; UTC where it names no zone. Null where the text is none.
 */
export function parseTimestamp(text: string): number | null {
  const trimmed = text.trim();
  const match = EXTENDED.exec(trimmed) ?? BASIC.exec(trimmed);
  if (match === null) {
    return null;
  }
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = match;
  const figures = { year, month, day, hour, minute, second };
  const offset = zoneOffset(zone);
  if (offset === null || !isValid(figures)) {
    return null;
  }
  const later = Number(year) + CYCLE.years;
  const whole = Date.UTC(later, Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  return whole - CYCLE.ms + (fraction === '' ? 0 : 1000 * Number(`0.${fraction}`)) - offset;
}

type Figures = Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', string>>;

function isValid({ year, month, day, hour, minute, second }: Figures): boolean {
  const isDay = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1;
  const isClock = Number(hour) < 24 && Number(minute) <= 59 && Number(second) <= 60;
  const isMidnight = Number(hour) === 24 && Number(minute) === 0 && Number(second) === 0;
  return isDay && Number(day) <= daysIn(Number(year), Number(month)) && (isClock || isMidnight);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year + CYCLE.years, month, 0)).getUTCDate();
}

/** Null where there is no such zone. */
function zoneOffset(zone: string): number | null {
  if (!/^[+-]/.test(zone)) {
    return 0;
  }
  const digits = zone.slice(1).replace(':', '');
  const [hours, minutes] = [Number(digits.slice(0, 2)), Number(digits.slice(2) || 0)];
  return hours > 23 || minutes > 59 ? null : (zone.startsWith('-') ? -1 : 1) * (60 * hours + minutes) * MS_A_MINUTE;
}
