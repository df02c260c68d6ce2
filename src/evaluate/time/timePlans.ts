import { BadQuery } from '../../query/BadQuery';
import type { Baseline } from '../../query/baseline';
import { USUAL_SEASONS } from '../../query/driftDecision';
import type { DriftQuery } from '../../query/driftQuery';
import { parseDuration } from '../../query/duration';
import { isTraining, seasonPeriod } from '../../query/seasonPeriod';
import { parseTime, type TimeRange } from '../../query/time';
import { cutWindows } from '../windows/cutWindows';
import { type Grid, gridOf, numberOn, startOn } from '../windows/gridOf';
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

/**
 * What must be counted to judge the windows, a plan for each season of theirs. A plan depends on its season alone, never on
 * the range that is looked at or on the time of asking: so any past verdict can be had again. Throws a BadQuery where there
 * are too many windows. `bounds` are the times of another selection's rows, where the query names none.
 */
export function timePlans(
  query: TimedQuery,
  judged: readonly TimeRange[],
  now: number,
  bounds: TimeRange | null = null
): TimePlan[] {
  const { baseline, timezone } = query;
  const duration = parseDuration(query.window);
  const grid = gridOf(parseDuration(seasonPeriod(baseline, query.decision.calibration?.period)), timezone);
  if (isTraining(baseline)) {
    return trainingPlans({ judged, duration, past: query.decision.calibration?.seasons, timezone });
  }
  if (baseline.kind !== 'seasonal') {
    return [fixedPlan(query, { judged, duration, grid, bounds }, now)];
  }
  const bySeason = new Map<number, TimeRange[]>();
  judged.forEach((window) => {
    const season = numberOn(grid, window.from);
    bySeason.set(season, [...(bySeason.get(season) ?? []), window]);
  });
  if (bySeason.size > MOST_SEASONS) {
    throw new BadQuery(
      `The time range covers ${bySeason.size} seasons (limit ${MOST_SEASONS}), each of which has limits of its own: shorten it.`
    );
  }
  const excluded = excludedOf(baseline, now);
  return [...bySeason].map(([season, windows]) => seasonalPlan(query, { season, windows, duration, grid }, excluded));
}

export function excludedOf(baseline: Baseline, now: number): (range: TimeRange) => boolean {
  const stretches =
    baseline.kind === 'seasonal'
      ? baseline.exclude.map(({ from, to }) => ({ from: parseTime(from, now), to: parseTime(to, now) }))
      : [];
  return ({ from, to }) => stretches.some((stretch) => from < stretch.to && stretch.from < to);
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
  isExcluded: (range: TimeRange) => boolean
): TimePlan {
  const asked = {
    references: baseline.kind === 'seasonal' ? baseline.count : 1,
    seasons: decision.calibration?.seasons ?? USUAL_SEASONS,
  };
  const start = startOn(grid, season);
  const from = startOn(grid, season - asked.seasons - asked.references);
  const last = windows[windows.length - 1];
  const all = cutWindows({ from, to: last.to }, duration, timezone, MOST_COUNTED);
  const planned = all.map((range): PlannedWindow => ({
    range,
    side: range.from < start ? 'baseline' : 'current',
    isExcluded: isExcluded(range),
  }));
  const isJudged = new Set(windows.map((window) => window.from));
  const attempt = (name: Attempt['name'], own: Grid, { seasons, references }: typeof asked): Attempt => ({
    name,
    grid: own,
    places: placesOf(all, duration, own, timezone),
    references: { kind: 'seasonal', count: references },
    seasons,
    needed: seasons + references,
  });
  const isShorter = SHORT.seasons + SHORT.references < asked.seasons + asked.references;
  const hasDays = duration < MS_A_DAY && MS_A_DAY % duration === 0 && grid.duration > MS_A_DAY;
  const calibrationFrom = startOn(grid, season - asked.seasons);
  return {
    windows: planned,
    judged: all.flatMap((range, i) => (isJudged.has(range.from) ? [i] : [])),
    calibration: all.flatMap((range, i) =>
      range.from >= calibrationFrom && range.from < start && !planned[i].isExcluded ? [i] : []
    ),
    attempts: [
      attempt('asked', grid, asked),
      ...(isShorter ? [attempt('short', grid, SHORT)] : []),
      ...(hasDays ? [attempt('daily', gridOf(MS_A_DAY, timezone), DAILY)] : []),
    ],
  };
}
