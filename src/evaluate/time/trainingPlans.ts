import { BadQuery } from '../../query/BadQuery';
import type { TimeRange } from '../../query/time';
import { trainingTimeline } from '../../statistics/time/trainingTimeline';
import { cutWindows } from '../windows/cutWindows';
import { type Grid, gridOf, numberOn, startOn } from '../windows/gridOf';
import { type ExcludingWindow, excludingAt } from './excludingAt';
import type { PlannedWindow, TimePlan } from './TimePlan';
import type { Excluding } from './timePlans';

/** A verdict at a significance level of 5% takes 19 past windows. */
const USUAL_PAST = 20;
const MOST_JUDGED = 60;
const FURTHEST = 3;

interface Judged {
  readonly judged: readonly TimeRange[];
  readonly duration: number;
  /** So many windows before the judged one, where it is given. */
  readonly past: number | undefined;
  readonly timezone: string;
}

/**
 * Windows of whole seasons against training data without times, a plan for each: how much windows vary is told by those
 * before the judged one, each against the others. Throws a BadQuery where there are too many.
 */
export function trainingPlans(
  { judged, duration, past = USUAL_PAST, timezone }: Judged,
  excluding: Excluding
): TimePlan[] {
  if (judged.length > MOST_JUDGED) {
    throw new BadQuery(
      `The time range covers ${judged.length} windows (limit ${MOST_JUDGED} against training data): shorten it.`
    );
  }
  const grid = gridOf(duration, timezone);
  return judged.map((window) => planOf(window, past, { grid, timezone }, excludingAt(window, excluding)));
}

function planOf(
  judged: TimeRange,
  past: number,
  { grid, timezone }: { readonly grid: Grid; readonly timezone: string },
  excluding: ExcludingWindow
): TimePlan {
  const before = windowsBefore(judged, past, { grid, timezone }, excluding);
  // With an anchor the training data are of the state before it.
  const training: PlannedWindow = { range: judged, isWhole: true, side: 'baseline', exclusion: excluding.anchor };
  const current = [...before, judged].map((range): PlannedWindow => ({
    range,
    side: 'current',
    exclusion: excluding.exclusionOf(range),
  }));
  const timeline = trainingTimeline(before.length, 1);
  const { season, block } = timeline;
  return {
    windows: [training, ...current],
    judged: [current.length],
    calibration: excluding.anchor === undefined ? [0] : [],
    marks: excluding.marks,
    attempts: [
      {
        name: 'asked',
        grid,
        places: { season, block, place: new Int32Array(season.length) },
        references: { kind: 'fixed', seasons: [] },
        timeline,
        seasons: before.length,
        needed: 0,
      },
    ],
  };
}

/** As many as are asked for beside those that are excluded, but no further back than three times as far. */
function windowsBefore(
  judged: TimeRange,
  past: number,
  { grid, timezone }: { readonly grid: Grid; readonly timezone: string },
  { exclusionOf }: ExcludingWindow
): TimeRange[] {
  const from = startOn(grid, numberOn(grid, judged.from) - FURTHEST * past);
  const all = cutWindows({ from, to: judged.from }, grid.duration, timezone);
  const counted = all.flatMap((range, i) => (exclusionOf(range) === undefined ? [i] : []));
  return all.slice(counted[Math.max(0, counted.length - past)] ?? all.length - past);
}
