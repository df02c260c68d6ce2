import { BadQuery } from '../../query/BadQuery';
import type { TimeRange } from '../../query/time';
import { trainingTimeline } from '../../statistics/time/trainingTimeline';
import { cutWindows } from '../windows/cutWindows';
import { type Grid, gridOf, numberOn, startOn } from '../windows/gridOf';
import type { PlannedWindow, TimePlan } from './TimePlan';

/** A verdict at a significance level of 5% takes 19 past windows. */
const USUAL_PAST = 20;
const MOST_JUDGED = 60;

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
export function trainingPlans({ judged, duration, past = USUAL_PAST, timezone }: Judged): TimePlan[] {
  if (judged.length > MOST_JUDGED) {
    throw new BadQuery(
      `The time range covers ${judged.length} windows (limit ${MOST_JUDGED} against training data): shorten it.`
    );
  }
  const grid = gridOf(duration, timezone);
  return judged.map((window) => planOf(window, past, grid, timezone));
}

function planOf(judged: TimeRange, past: number, grid: Grid, timezone: string): TimePlan {
  const from = startOn(grid, numberOn(grid, judged.from) - past);
  const before = cutWindows({ from, to: judged.from }, grid.duration, timezone);
  const training: PlannedWindow = { range: judged, isWhole: true, side: 'baseline', isExcluded: false };
  const current = [...before, judged].map((range): PlannedWindow => ({ range, side: 'current', isExcluded: false }));
  const timeline = trainingTimeline(before.length, 1);
  const { season, block } = timeline;
  return {
    windows: [training, ...current],
    judged: [current.length],
    calibration: [0],
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
