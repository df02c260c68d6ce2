const SECONDS: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  ms: 1e-3,
  s: 1,
  sec: 1,
  m: 60,
  min: 60,
  h: 3_600,
  hr: 3_600,
  d: 86_400,
  day: 86_400,
  w: 604_800,
};
const CLOCK = /^([+-])?(?:(\d+)\s*days?,?\s*)?([+-])?(\d{1,3}):([0-5]?\d)(?::([0-5]?\d(?:[.,]\d+)?))?$/i;
const DAYS_ALONE = /^([+-]?\d+(?:\.\d+)?)\s*days?$/i;
const ISO =
  /^([+-])?P(?=.)(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?=.)(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/i;
const UNITS = /^([+-])?((?:\d+(?:\.\d+)?\s*(?:ns|us|µs|ms|secs?|s|mins?|m|hrs?|h|d|w)\s*)+)$/;
const UNIT = /(\d+(?:\.\d+)?)\s*(ns|us|µs|ms|sec|s|min|m|hr|h|d|w)s?/g;

/**
 * The seconds of a duration as pandas, Python, clocks, ISO 8601 and Go write it: `0 days 00:11:25`, 00:11:25, PT11M25S,
 * 11m25s, 250ms; null where the text is none.
 */
export function parseDuration(text: string): number | null {
  const trimmed = text.trim();
  return clock(trimmed) ?? iso(trimmed) ?? units(trimmed);
}

function clock(text: string): number | null {
  const alone = DAYS_ALONE.exec(text);
  if (alone !== null) {
    return Number(alone[1]) * SECONDS.d;
  }
  const match = CLOCK.exec(text);
  if (match === null) {
    return null;
  }
  const [, sign, days, inner, hours, minutes, seconds = '0'] = match;
  const time = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(',', '.'));
  const factor = sign === '-' ? -1 : 1;
  // pandas and Python write half a minute less than nothing as -1 days +23:59:30.
  return days === undefined ? factor * time : factor * Number(days) * SECONDS.d + (inner === '-' ? -time : time);
}

function iso(text: string): number | null {
  const match = ISO.exec(text);
  if (match === null) {
    return null;
  }
  const [, sign, weeks, days, hours, minutes, seconds] = match;
  const amount = (digits: string | undefined, unit: number) => Number((digits ?? '0').replace(',', '.')) * unit;
  const all =
    amount(weeks, 604_800) + amount(days, 86_400) + amount(hours, 3_600) + amount(minutes, 60) + amount(seconds, 1);
  return sign === '-' ? -all : all;
}

function units(text: string): number | null {
  const match = UNITS.exec(text);
  if (match === null) {
    return null;
  }
  let all = 0;
  for (const [, amount, unit] of match[2].matchAll(UNIT)) {
    all += Number(amount) * SECONDS[unit];
  }
  return match[1] === '-' ? -all : all;
}
