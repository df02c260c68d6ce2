const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|z|UTC|[+-]\d{2}(?::?\d{2})?)?$/;
const MS_A_MINUTE = 60_000;

/** Milliseconds since the epoch of an ISO 8601 time, UTC where it names no zone; null where the text is none. */
export function parseTimestamp(text: string): number | null {
  const match = ISO.exec(text.trim());
  if (match === null) {
    return null;
  }
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = match;
  const whole = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const valid =
    Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month));
  if (!valid || Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) {
    return null;
  }
  return whole + (fraction === '' ? 0 : 1000 * Number(`0.${fraction}`)) - zoneOffset(zone);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function zoneOffset(zone: string): number {
  if (!/^[+-]/.test(zone)) {
    return 0;
  }
  const digits = zone.slice(1).replace(':', '');
  const minutes = 60 * Number(digits.slice(0, 2)) + Number(digits.slice(2) || 0);
  return (zone.startsWith('-') ? -1 : 1) * minutes * MS_A_MINUTE;
}

/** What a number of a time column counts, told by its size: no year before 1973 is taken for milliseconds. */
export function millisecondsPerUnit(largest: number): number {
  if (largest < 1e11) {
    return 1000;
  }
  return largest < 1e14 ? 1 : largest < 1e17 ? 1e-3 : 1e-6;
}
