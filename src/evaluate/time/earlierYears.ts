import { fromWallClock, toWallClock } from '../../query/calendar';
import type { TimeRange } from '../../query/time';
import type { HolidayCalendar, Holiday } from '../exclusions/Holiday';
import type { PlannedWindow, TimePlan } from './TimePlan';

const MS_A_DAY = 86_400_000;
/** Earlier years that a holiday is compared with. */
const YEARS = 4;

interface Terms {
  readonly duration: number;
  readonly timezone: string;
  readonly side: PlannedWindow['side'];
}

/**
 * A plan's windows, and before them those at the same time of the same holiday in earlier years. Windows longer than a day
 * are more than a holiday; what the plan counts anyway is left out.
 */
export function withEarlierYears(
  own: readonly PlannedWindow[],
  judged: readonly PlannedWindow[],
  { duration, timezone, side }: Terms
): { planned: PlannedWindow[]; earlierYears?: TimePlan['earlierYears'] } {
  const wanted = new Map<number, number[]>();
  const ranges = new Map<number, TimeRange>();
  const begins = own[0]?.range.from ?? 0;
  judged.forEach(({ range, exclusion }) => {
    if (exclusion?.holiday === undefined || duration > MS_A_DAY) {
      return;
    }
    const earlier = sameHoliday(range, exclusion.holiday, timezone).filter(({ to }) => to <= begins);
    earlier.forEach((one) => ranges.set(one.from, one));
    wanted.set(
      range.from,
      earlier.map(({ from }) => from)
    );
  });
  if (ranges.size === 0) {
    return { planned: [...own] };
  }
  const sorted = [...ranges.values()].sort((a, b) => a.from - b.from);
  const planned = [...sorted.map((range): PlannedWindow => ({ range, side, isEarlierYear: true })), ...own];
  const at = new Map(planned.map(({ range }, i) => [range.from, i]));
  const earlierYears = new Map(
    [...wanted].flatMap(([from, years]) => {
      const index = at.get(from);
      return index === undefined ? [] : [[index, years.flatMap((one) => at.get(one) ?? [])] as const];
    })
  );
  return { planned, earlierYears };
}

function sameHoliday(
  window: TimeRange,
  { holiday, calendar }: { readonly holiday: Holiday; readonly calendar: HolidayCalendar },
  timezone: string
): TimeRange[] {
  const wall = (time: number) => toWallClock(time, timezone);
  return Array.from({ length: YEARS }, (_, i) => calendar.earlier(holiday, i + 1)).flatMap((earlier) => {
    if (earlier === undefined) {
      return [];
    }
    const moved = (time: number) =>
      fromWallClock(wall(time) - wall(holiday.range.from) + wall(earlier.range.from), timezone);
    return [{ from: moved(window.from), to: moved(window.to) }];
  });
}
