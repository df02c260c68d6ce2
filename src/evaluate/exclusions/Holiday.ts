import type { TimeRange } from '../../query/time';

/** A public holiday as it falls in one year. */
export interface Holiday {
  /** In English, such as "Independence Day"; a day off in lieu has a name of its own. */
  readonly name: string;
  /** The calendar as the query names it, such as `US`. */
  readonly calendar: string;
  readonly range: TimeRange;
}

/** The public holidays of a country or a part of it, on the clock of a time zone. */
export interface HolidayCalendar {
  /** Those that a stretch of time touches, by time. */
  within(range: TimeRange): readonly Holiday[];
  /** The same holiday so many years before; undefined where it was none then. */
  earlier(holiday: Holiday, years: number): Holiday | undefined;
}
