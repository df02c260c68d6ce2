import type { TimeRange } from '../../query/time';

/** Windows in order of time, with those that follow one another without a gap put together. */
export function joinedStretches(windows: readonly TimeRange[]): TimeRange[] {
  const found: TimeRange[] = [];
  for (const { from, to } of windows) {
    const last = found[found.length - 1];
    if (last !== undefined && last.to === from) {
      last.to = to;
    } else {
      found.push({ from, to });
    }
  }
  return found;
}
