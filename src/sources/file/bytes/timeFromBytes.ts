const ZERO = 48;
const DASH = 45;
const PLUS = 43;
const COLON = 58;
const POINT = 46;
const COMMA = 44;
const SPACE = 32;
/** Makes a letter of ASCII a small one. */
const SMALL = 0x20;
const T = 116;
const Z = 122;
const LENGTH_OF_DATE = 10;
const LENGTH_OF_TIME = 19;
const MOST_FIGURES = 9;
const MS_A_SECOND = 1000;
const MS_A_MINUTE = 60_000;
const MS_AN_HOUR = 3_600_000;

const POWERS = Float64Array.from({ length: MOST_FIGURES + 1 }, (_, exponent) => 10 ** exponent);

/** The day that was read last: most rows of a log are of the same one. */
let known = { year: 0, month: 0, day: 0, time: NaN };

/**
 * Milliseconds since the epoch of `2024-02-04` or `2024-02-04T10:30:15.250+02:00` in `bytes[start, end)`, with or without
 * fraction and zone: exactly what `parseTimestamp` makes of it. NaN for every other form, and for years before 1000.
 */
export function timeFromBytes(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (length < LENGTH_OF_DATE) {
    return NaN;
  }
  const day = dayAt(bytes, start);
  if (length === LENGTH_OF_DATE || Number.isNaN(day)) {
    return day;
  }
  const between = bytes[start + LENGTH_OF_DATE];
  if (length < LENGTH_OF_TIME || ((between | SMALL) !== T && between !== SPACE)) {
    return NaN;
  }
  const hours = twoFigures(bytes, start + 11);
  const minutes = twoFigures(bytes, start + 14);
  const seconds = twoFigures(bytes, start + 17);
  const isClock = bytes[start + 13] === COLON && bytes[start + 16] === COLON;
  // A figure that is none is NaN, and no comparison holds with it.
  if (!isClock || !(hours < 24 && minutes < 60 && seconds <= 60)) {
    return NaN;
  }
  const whole = day + hours * MS_AN_HOUR + minutes * MS_A_MINUTE + seconds * MS_A_SECOND;
  const behind = start + LENGTH_OF_TIME;
  return behind === end ? whole : withFraction(whole, bytes, behind, end);
}

function withFraction(whole: number, bytes: Uint8Array, start: number, end: number): number {
  if (bytes[start] !== POINT && bytes[start] !== COMMA) {
    return whole - zoneAt(bytes, start, end);
  }
  let at = start + 1;
  let fraction = 0;
  for (; at < end; at++) {
    const figure = bytes[at] - ZERO;
    if (!(figure >= 0 && figure <= 9)) {
      break;
    }
    fraction = 10 * fraction + figure;
  }
  const figures = at - start - 1;
  // An integer divided by a power of ten, both exact, is what `Number` makes of the decimal fraction.
  return figures === 0 || figures > MOST_FIGURES
    ? NaN
    : whole + MS_A_SECOND * (fraction / POWERS[figures]) - zoneAt(bytes, at, end);
}

/** Milliseconds that a zone is ahead of UTC; NaN for one that is not `Z`, `+02`, `+0200` or `+02:00`. */
function zoneAt(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (length === 0 || (length === 1 && (bytes[start] | SMALL) === Z)) {
    return 0;
  }
  const sign = bytes[start] === PLUS ? 1 : bytes[start] === DASH ? -1 : NaN;
  const isApart = length === 6 && bytes[start + 3] === COLON;
  if (length !== 3 && length !== 5 && !isApart) {
    return NaN;
  }
  const hours = twoFigures(bytes, start + 1);
  const minutes = length === 3 ? 0 : twoFigures(bytes, end - 2);
  return hours < 24 && minutes < 60 ? sign * (60 * hours + minutes) * MS_A_MINUTE : NaN;
}

function dayAt(bytes: Uint8Array, at: number): number {
  const year = 100 * twoFigures(bytes, at) + twoFigures(bytes, at + 2);
  const month = twoFigures(bytes, at + 5);
  const day = twoFigures(bytes, at + 8);
  if (bytes[at + 4] !== DASH || bytes[at + 7] !== DASH) {
    return NaN;
  }
  if (year === known.year && month === known.month && day === known.day) {
    return known.time;
  }
  const time = year >= 1000 ? timeOfDay(year, month, day) : NaN;
  if (!Number.isNaN(time)) {
    known = { year, month, day, time };
  }
  return time;
}

/** NaN where the calendar has no such day. */
function timeOfDay(year: number, month: number, day: number): number {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : NaN;
}

function twoFigures(bytes: Uint8Array, at: number): number {
  const tens = bytes[at] - ZERO;
  const ones = bytes[at + 1] - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : NaN;
}
