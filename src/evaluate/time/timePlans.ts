import { BadQuery } from '../../query/BadQuery';
import { USUAL_SEASONS } from '../../query/driftDecision';
import type { DriftQuery } from '../../query/driftQuery';
import { parseDuration } from '../../query/duration';
import type { Mark } from '../../query/marks/mark';
import { isTraining, seasonPeriod } from '../../query/seasonPeriod';
import type { TimeRange } from '../../query/time';
import type { Exclusions } from '../exclusions/Exclusions';
import { cutWindows } from '../windows/cutWindows';
import { type Grid, gridOf, numberOn, startOn } from '../windows/gridOf';
import { withEarlierYears } from './earlierYears';
import { type ExcludingWindow, excludingAt } from './excludingAt';
import { fixedPlan } from './fixedPlan';
import { placesOf } from './placesOf';
import type { Attempt, PlannedWindow, TimePlan } from './TimePlan';
import { trainingPlans } from './trainingPlans';

const MS_A_DAY = 86_400_000;
/** Windows that one judged season may ask for: 13 weeks of quarters of an hour. */
export const MOST_COUNTED = 9000;
/** Judged seasons of one query: each has edges and limits of its own. */
const MOST_SEASONS = 60;
/** With less history than is asked for: the seasons of the calibration, and those that each window is held against. */
const SHORT = { seasons: 3, references: 1 };
const DAILY = { seasons: 10, references: 4 };

export type TimedQuery = Pick<DriftQuery, 'window' | 'timezone' | 'baseline' | 'decision'>;

/** What takes windows out of all comparisons. */
export interface Excluding {
  readonly exclusions: Exclusions;
  /** `accept` and `incident`. */
  readonly marks: readonly Mark[];
}

/**
 * What must be counted to judge the windows, a plan for each season of theirs. A plan depends on its season and on marks alone,
 * never on the range that is looked at or on the time of asking: so any past verdict can be had again. Throws a BadQuery where
 * there are too many windows. `bounds` are the times of another selection's rows, where the query names none.
 */
export function timePlans(
  query: TimedQuery,
  judged: readonly TimeRange[],
  now: number,
  excluding: Excluding,
  bounds: TimeRange | null = null
): TimePlan[] {
  const { baseline, timezone } = query;
  const duration = parseDuration(query.window);
  const grid = gridOf(parseDuration(seasonPeriod(baseline, query.decision.calibration?.period)), timezone);
  if (isTraining(baseline)) {
    return trainingPlans({ judged, duration, past: query.decision.calibration?.seasons, timezone }, excluding);
  }
  if (baseline.kind !== 'seasonal') {
    return grouped(judged, ({ from }) => anchorsBefore(from, excluding)).map((windows) =>
      fixedPlan(query, { judged: windows, duration, grid, bounds }, now, excludingAt(windows[0], excluding))
    );
  }
  const seasons = new Set(judged.map(({ from }) => numberOn(grid, from)));
  if (seasons.size > MOST_SEASONS) {
    throw new BadQuery(
      `The time range covers ${seasons.size} seasons (limit ${MOST_SEASONS}), each of which has limits of its own: shorten it.`
    );
  }
  return grouped(judged, ({ from }) => `${numberOn(grid, from)} ${anchorsBefore(from, excluding)}`).map((windows) =>
    seasonalPlan(
      query,
      { season: numberOn(grid, windows[0].from), windows, duration, grid },
      excludingAt(windows[0], excluding)
    )
  );
}

/** Windows before an anchor are judged as if there were none. */
function anchorsBefore(time: number, { marks }: Excluding): number {
  return marks.filter(({ mark, from }) => mark === 'accept' && from <= time).length;
}

function grouped(windows: readonly TimeRange[], keyOf: (window: TimeRange) => string | number): TimeRange[][] {
  const groups = new Map<string | number, TimeRange[]>();
  windows.forEach((window) => {
    const key = keyOf(window);
    groups.set(key, [...(groups.get(key) ?? []), window]);
  });
  return [...groups.values()];
}

interface SeasonOfWindows {
  readonly season: number;
  readonly windows: readonly TimeRange[];
  readonly duration: number;
  readonly grid: Grid;
}

function seasonalPlan(
  { baseline, timezone, decision }: TimedQuery,
  { season, windows, duration, grid }: SeasonOfWindows,
  excluding: ExcludingWindow
): TimePlan {
  const asked = {
    references: baseline.kind === 'seasonal' ? baseline.count : 1,
    seasons: decision.calibration?.seasons ?? USUAL_SEASONS,
  };
  const start = startOn(grid, season);
  const from = startOn(grid, season - asked.seasons - asked.references);
  const last = windows[windows.length - 1];
  const all = cutWindows({ from, to: last.to }, duration, timezone, MOST_COUNTED);
  const own = all.map((range): PlannedWindow => ({
    range,
    side: range.from < start ? 'baseline' : 'current',
    exclusion: excluding.exclusionOf(range),
  }));
  const isJudged = new Set(windows.map((window) => window.from));
  const holidays = own.filter(({ range }) => isJudged.has(range.from));
  const { planned, earlierYears } = withEarlierYears(own, holidays, { duration, timezone, side: 'baseline' });
  const ranges = planned.map(({ range }) => range);
  const attempt = (name: Attempt['name'], seasonGrid: Grid, { seasons, references }: typeof asked): Attempt => ({
    name,
    grid: seasonGrid,
    places: placesOf(ranges, duration, seasonGrid, timezone),
    references: { kind: 'seasonal', count: references },
    seasons,
    needed: seasons + references,
  });
  const isShorter = SHORT.seasons + SHORT.references < asked.seasons + asked.references;
  const hasDays = duration < MS_A_DAY && MS_A_DAY % duration === 0 && grid.duration > MS_A_DAY;
  const calibrationFrom = startOn(grid, season - asked.seasons);
  return {
    windows: planned,
    judged: ranges.flatMap((range, i) => (isJudged.has(range.from) ? [i] : [])),
    calibration: planned.flatMap(({ range, exclusion }, i) =>
      range.from >= calibrationFrom && range.from < start && exclusion === undefined ? [i] : []
    ),
    marks: excluding.marks,
    earlierYears,
    attempts: [
      attempt('asked', grid, asked),
      ...(isShorter ? [attempt('short', grid, SHORT)] : []),
      ...(hasDays ? [attempt('daily', gridOf(MS_A_DAY, timezone), DAILY)] : []),
    ],
  };
}
