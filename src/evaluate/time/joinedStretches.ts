import type { TimeRange } from '../../query/time';

/** Windows in order of time, with those that follow one another without a gap put together. */
export function joinedStretches(windows: ReadonlyArray<TimeRange | null>): Array<TimeRange | null> {
  const found: Array<TimeRange | null> = [];
  for (const window of windows) {
    const last = found[found.length - 1];
    if (last && window !== null && last.to === window.from) {
      last.to = window.to;
    } else {
      found.push(window && { ...window });
    }
  }
  return found;
}
