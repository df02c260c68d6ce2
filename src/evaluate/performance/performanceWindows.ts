import { BadQuery } from '../../query/BadQuery';
import type { PerformanceQuery } from '../../query/performanceQuery';
import type { TimeRange } from '../../query/time';
import { type BaselineSide, baselineOf } from '../baselineOf';
import { moveBack } from '../windows/cutWindows';

const MS_A_DAY = 86_400_000;
/** From so many days on, days are compared with days; shorter windows are compared with past ones. */
export const DAYS_ENOUGH = 14;
/** More past windows add little. */
const MOST_PAST = 56;

/** Which windows are asked for, each once, and which belong together. */
export interface PerformanceWindows {
  /** Of the current selection. */
  readonly current: ReadonlyArray<TimeRange | null>;
  /** Of the baseline's selection: whole baselines, and past windows of the length of a current one. */
  readonly before: ReadonlyArray<TimeRange | null>;
  /** For each judged window: its index in `current`, its baseline's parts and its past windows in `before`, oldest first. */
  readonly of: readonly JudgedWindow[];
  readonly side: BaselineSide | null;
}

export interface JudgedWindow {
  readonly window: TimeRange | null;
  readonly current: number;
  readonly baseline: readonly number[];
  readonly past: readonly number[];
}

/**
 * What each window is compared with. A baseline `previous` of a window shorter than fourteen days gives the windows of the
 * same length between both as well, `window` and `selection` those into which their time can be cut, and `seasonal` its
 * parts. Throws a BadQuery where the baseline makes no sense.
 */
export function performanceWindows(
  query: PerformanceQuery,
  windows: ReadonlyArray<TimeRange | null>,
  now: number
): PerformanceWindows {
  const { baseline } = query;
  if (baseline === undefined) {
    const of = windows.map((window, current) => ({ window, current, baseline: [], past: [] }));
    return { current: windows, before: [], of, side: null };
  }
  if (baseline.kind === 'profile' || baseline.kind === 'model') {
    throw new BadQuery(
      '"baseline": a profile holds no labels. Compare with earlier predictions: "previous", "window", "seasonal" or "selection".'
    );
  }
  const side = baselineOf({ ...query, baseline }, windows, now);
  const index = new Map<string, number>();
  const before: Array<TimeRange | null> = [];
  const at = (window: TimeRange | null) => {
    const key = window === null ? '' : `${window.from} ${window.to}`;
    const known = index.get(key) ?? before.push(window) - 1;
    index.set(key, known);
    return known;
  };
  const of = windows.map((window, current): JudgedWindow => {
    const parts = side.parts;
    const own =
      parts === undefined ? [side.windows[side.windowOf[current]]] : parts.of[current].map((i) => parts.windows[i]);
    const past = window === null || !isShort(window) ? [] : pastOf(query, window, own);
    return { window, current, baseline: own.map(at), past: past.map(at) };
  });
  return { current: windows, before, of, side };
}

function isShort({ from, to }: TimeRange): boolean {
  return to - from < DAYS_ENOUGH * MS_A_DAY;
}

function pastOf(
  { baseline, timezone }: PerformanceQuery,
  window: TimeRange,
  own: ReadonlyArray<TimeRange | null>
): TimeRange[] {
  if (baseline?.kind === 'seasonal') {
    return own.filter((one): one is TimeRange => one !== null).sort((a, b) => a.from - b.from);
  }
  const [whole] = own;
  if (whole === null) {
    return [];
  }
  const stretch = baseline?.kind === 'previous' ? { from: whole.from, to: window.from } : whole;
  const length = window.to - window.from;
  const past: TimeRange[] = [];
  for (let back = 1; past.length < MOST_PAST; back++) {
    // On the clock of the zone, from the end of the stretch: days stay days when daylight saving begins.
    const shift = stretch.to === window.from ? back * length : window.from - stretch.to + back * length;
    const moved = { from: moveBack(window.from, shift, timezone), to: moveBack(window.to, shift, timezone) };
    if (moved.from < stretch.from) {
      return past.reverse();
    }
    past.push(moved);
  }
  return past.reverse();
}
