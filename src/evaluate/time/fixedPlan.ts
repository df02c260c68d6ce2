import { BadQuery } from '../../query/BadQuery';
import { parseTime, type TimeRange } from '../../query/time';
import { describeRange } from '../describeTime';
import { cutWindows } from '../windows/cutWindows';
import { type Grid, numberOn } from '../windows/gridOf';
import { withEarlierYears } from './earlierYears';
import type { ExcludingWindow } from './excludingAt';
import { placesOf } from './placesOf';
import type { PlannedWindow, TimePlan } from './TimePlan';
import { MOST_COUNTED, type TimedQuery } from './timePlans';

/** Windows before the first judged one, for scores that look at several together: see `scalesOf`. */
const LOOKED_BACK = 2 * 96;
const FEWEST_SEASONS = 3;

interface Judged {
  readonly judged: readonly TimeRange[];
  readonly duration: number;
  readonly grid: Grid;
  /** Times of the first and the last row of a baseline that names none. */
  readonly bounds?: TimeRange | null;
}

/**
 * Windows against those of a fixed baseline of whole seasons. Throws a BadQuery where the baseline has no times, or fewer
 * than three seasons.
 */
export function fixedPlan(
  { baseline, timezone, decision }: TimedQuery,
  { judged, duration, grid, bounds = null }: Judged,
  now: number,
  excluding: ExcludingWindow
): TimePlan {
  const range = boundsOf(baseline, bounds, now, decision.significance);
  const before = cutWindows(range, duration, timezone, MOST_COUNTED).filter(({ from }) => from >= range.from);
  const first = judged[0].from - LOOKED_BACK * duration;
  const after = cutWindows({ from: first, to: judged[judged.length - 1].to }, duration, timezone, MOST_COUNTED);
  const isSeparate = baseline.kind === 'selection';
  const all = (isSeparate ? joined(before, after) : merged(before, after)).map((window) => ({
    ...window,
    exclusion: excluding.exclusionOf(window.range),
  }));
  const isJudged = new Set(judged.map(({ from }) => from));
  const { planned, earlierYears } = isSeparate
    ? { planned: all }
    : withEarlierYears(
        all,
        all.filter(({ range: { from } }) => isJudged.has(from)),
        { duration, timezone, side: 'current' }
      );
  const ranges = planned.map((window) => window.range);
  const places = placesOf(ranges, duration, grid, timezone);
  const isOfBaseline = (i: number) => planned[i].side === 'baseline';
  const own = [...planned.keys()].filter(isOfBaseline);
  const seasons = [...new Set(own.map((i) => places.season[i]))];
  if (seasons.length < FEWEST_SEASONS) {
    throw new BadQuery(
      `The baseline (${describeRange(range)}) has windows in ${seasons.length} seasons: "significance": "${decision.significance}" needs at least ${FEWEST_SEASONS}, to learn how much they vary. Choose a longer baseline, or a shorter "decision.calibration.period".`
    );
  }
  // Those of another selection are seasons of their own, before all others.
  const shift = isSeparate
    ? 1 + seasons[seasons.length - 1] - Math.min(...after.map(({ from }) => numberOn(grid, from)))
    : 0;
  if (shift > 0) {
    planned.forEach(({ side }, i) => (places.season[i] += side === 'current' ? shift : 0));
  }
  return {
    windows: planned,
    judged: planned.flatMap(({ side, range: { from } }, i) =>
      isJudged.has(from) && (side === 'current' || !isSeparate) ? [i] : []
    ),
    calibration: own.filter((i) => planned[i].exclusion === undefined),
    marks: excluding.marks,
    earlierYears,
    attempts: [
      {
        name: 'asked',
        grid,
        places,
        references: { kind: 'fixed', seasons },
        seasons: seasons.length,
        needed: 0,
      },
    ],
  };
}

function boundsOf(
  baseline: TimedQuery['baseline'],
  bounds: TimeRange | null,
  now: number,
  significance: string
): TimeRange {
  if (bounds !== null) {
    return { from: bounds.from, to: bounds.to + 1 };
  }
  if ((baseline.kind !== 'window' && baseline.kind !== 'selection') || baseline.from === undefined) {
    throw new BadQuery(
      `"baseline": "significance": "${significance}" compares with windows over time: give it "from" and "to", or use a baseline of the kind "seasonal" or "window".`
    );
  }
  const range = { from: parseTime(baseline.from, now), to: parseTime(baseline.to ?? 'now', now) };
  if (range.from >= range.to) {
    throw new BadQuery(
      `The baseline's window is empty: "from" (${baseline.from}) must lie before "to" (${baseline.to ?? 'now'}).`
    );
  }
  return range;
}

const planned = (range: TimeRange, side: PlannedWindow['side']): PlannedWindow => ({ range, side });

function joined(before: readonly TimeRange[], after: readonly TimeRange[]): PlannedWindow[] {
  return [...before.map((range) => planned(range, 'baseline')), ...after.map((range) => planned(range, 'current'))];
}

/** In order of time, each window once. */
function merged(before: readonly TimeRange[], after: readonly TimeRange[]): PlannedWindow[] {
  const known = new Set(before.map(({ from }) => from));
  return joined(
    before,
    after.filter(({ from }) => !known.has(from))
  ).sort((a, b) => a.range.from - b.range.from);
}
