import { parseDuration } from '../../query/duration';
import type { QualityQuery } from '../../query/qualityQuery';
import type { TimeRange } from '../../query/time';
import { toWallClock } from '../../query/calendar';
import { cutWindows } from '../windows/cutWindows';

const MS_A_DAY = 86_400_000;
/** Windows are cut only into so many slices or more: fewer show neither a gap nor a run. */
const LEAST_SLICES = 4;
const MOST_SLICES = 2000;

/** The slices of windows, each once; null where they are not to be cut, can't be, or would be too many. */
export function sliceTimes(
  windows: ReadonlyArray<TimeRange | null>,
  { slice, timezone }: Pick<QualityQuery, 'slice' | 'timezone'>
): TimeRange[] | null {
  if (slice === 'none') {
    return null;
  }
  const length = parseDuration(slice);
  const slices = new Map<number, TimeRange>();
  for (const window of windows) {
    const span = window === null ? 0 : (window.to - window.from) / length;
    if (window === null || span < LEAST_SLICES || span > MOST_SLICES) {
      return null;
    }
    for (const one of cutWindows(window, length, timezone)) {
      if (one.from >= window.from) {
        slices.set(one.from, one);
      }
    }
  }
  return slices.size > MOST_SLICES ? null : [...slices.values()].sort((a, b) => a.from - b.from);
}

/** Milliseconds since midnight on the zone's clock. */
export function timeOfDay({ from }: TimeRange, timezone: string): number {
  return ((toWallClock(from, timezone) % MS_A_DAY) + MS_A_DAY) % MS_A_DAY;
}

/** The baseline in windows as long as the current ones; empty where they have no length or it has no time. */
export function pastWindows(
  current: ReadonlyArray<TimeRange | null>,
  baseline: ReadonlyArray<TimeRange | null>,
  { window, timezone }: Pick<QualityQuery, 'window' | 'timezone'>
): TimeRange[] {
  const [first] = current;
  const length = window !== 'range' ? parseDuration(window) : first ? first.to - first.from : null;
  const found = new Map<number, TimeRange>();
  for (const stretch of baseline) {
    if (stretch === null || length === null || (stretch.to - stretch.from) / length > MOST_SLICES) {
      return [];
    }
    // The same stretch of another day is a window like the current one, wherever the grid lies.
    const windows = stretch.to - stretch.from === length ? [stretch] : cutWindows(stretch, length, timezone);
    for (const one of windows) {
      if (one.from >= stretch.from) {
        found.set(one.from, one);
      }
    }
  }
  return [...found.values()].slice(-MOST_SLICES);
}
