import type { TimeRange } from '../../../query/time';

/** Stretches of time that windows fill without a gap: each is asked for at once. */
export function blocksOf(windows: readonly TimeRange[]): TimeRange[] {
  const blocks: TimeRange[] = [];
  for (const { from, to } of [...windows].sort((a, b) => a.from - b.from)) {
    const last = blocks[blocks.length - 1];
    if (last !== undefined && from <= last.to) {
      blocks[blocks.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    } else {
      blocks.push({ from, to });
    }
  }
  return blocks;
}

/** Finds the window in which a time lies, [from, to); windows don't overlap. */
export function windowFinder(windows: readonly TimeRange[]): (time: number) => number | undefined {
  const order = windows.map((_, i) => i).sort((a, b) => windows[a].from - windows[b].from);
  return (time) => {
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (windows[order[middle]].from <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    const window = low === 0 ? undefined : order[low - 1];
    return window !== undefined && time < windows[window].to ? window : undefined;
  };
}
