/** What a number of a time column counts since 1970. */
export type EpochUnit = 'seconds' | 'milliseconds' | 'microseconds' | 'nanoseconds';

const MS_A_UNIT: Readonly<Record<EpochUnit, number>> = {
  seconds: 1e3,
  milliseconds: 1,
  microseconds: 1e-3,
  nanoseconds: 1e-6,
};
const UNITS = Object.keys(MS_A_UNIT) as EpochUnit[];
/** March 1973 in seconds: less is more likely a date in figures, a spreadsheet's day, or a duration. */
const LEAST_SECONDS = 1e8;
/** The year 2200 in milliseconds: what is later stands for no end, or counts in another unit. */
export const LATEST_TIME = Date.UTC(2200, 0, 1);

/**
 * The one unit in which a number is a time from 1973 to 2200 (or as long before 1970), `small` where it is too small for
 * any, `late` where no unit makes it such a time.
 */
export function epochUnitOf(value: number): EpochUnit | 'small' | 'late' {
  const size = Math.abs(value);
  if (size < LEAST_SECONDS) {
    return 'small';
  }
  for (const unit of UNITS) {
    const milliseconds = size * MS_A_UNIT[unit];
    if (milliseconds >= LEAST_SECONDS * 1e3 && milliseconds < LATEST_TIME) {
      return unit;
    }
  }
  return 'late';
}

/** Divides where that is exact, and multiplies would round. */
export function millisecondsOf(value: number, unit: EpochUnit): number {
  switch (unit) {
    case 'seconds':
      return value * 1e3;
    case 'milliseconds':
      return value;
    case 'microseconds':
      return value / 1e3;
    case 'nanoseconds':
      return value / 1e6;
  }
}

const SERIALS = { from: 20_000, to: 110_000 };
const WRITTEN = /^(19|20|21)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(([01]\d|2[0-3])([0-5]\d([0-5]\d)?)?)?$/;

/** Whether a number is a date in figures, such as 20240204 or 20240204103000. */
export function isWrittenDate(value: number): boolean {
  return value >= 19_000_101 && Number.isInteger(value) && WRITTEN.test(String(value));
}

/** Whether a number is a day as spreadsheets count them, from 1900 on. */
export function isSerialDay(value: number): boolean {
  return value >= SERIALS.from && value <= SERIALS.to;
}
