import type { Mark } from '../../query/marks/mark';
import type { TimeRange } from '../../query/time';
import type { Holiday, HolidayCalendar } from './Holiday';

/** Why a window takes part in no comparison. */
export interface Exclusion {
  /** As a sentence goes on after "Not judged: ". */
  readonly why: string;
  /** Where it is a holiday, that of the same year. */
  readonly holiday?: { readonly holiday: Holiday; readonly calendar: HolidayCalendar };
  readonly mark?: Mark;
}

/** Stretches and calendars that a query excludes. */
export interface Exclusions {
  /** What excludes a window; undefined where nothing does. */
  readonly find: (range: TimeRange) => Exclusion | undefined;
  /** All excluded stretches that touch a stretch of time. */
  readonly within: (range: TimeRange) => readonly TimeRange[];
}

/** A stretch with the words for it. */
export interface Stretch {
  readonly range: TimeRange;
  readonly why: string;
}

/** What excludes a window, the stretches first: they are nearer than a calendar. */
export function exclusionsOf(stretches: readonly Stretch[], calendars: readonly HolidayCalendar[]): Exclusions {
  const known = new Map<string, Exclusion | undefined>();
  return {
    find: (range) => {
      const key = `${range.from} ${range.to}`;
      const found = known.has(key) ? known.get(key) : exclusionOf(range, stretches, calendars);
      known.set(key, found);
      return found;
    },
    within: (range) => [
      ...stretches.map((stretch) => stretch.range).filter((stretch) => touches(range, stretch)),
      ...calendars.flatMap((calendar) => calendar.within(range).map((holiday) => holiday.range)),
    ],
  };
}

function exclusionOf(
  range: TimeRange,
  stretches: readonly Stretch[],
  calendars: readonly HolidayCalendar[]
): Exclusion | undefined {
  const stretch = stretches.find((one) => touches(range, one.range));
  if (stretch !== undefined) {
    return { why: stretch.why };
  }
  for (const calendar of calendars) {
    const [holiday] = calendar.within(range);
    if (holiday !== undefined) {
      return { why: `it is ${holiday.name} (calendar ${holiday.calendar})`, holiday: { holiday, calendar } };
    }
  }
  return undefined;
}

/** A point in time counts as a stretch of its own. */
export function touches(window: TimeRange, { from, to }: TimeRange): boolean {
  return window.from < Math.max(to, from + 1) && from < window.to;
}
