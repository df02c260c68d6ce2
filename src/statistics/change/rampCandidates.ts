import type { Shape } from './Shape';

/** Each ramp is so much wider than the one before. */
const GROWTH = 1.5;
const SHORTEST_RAMP = 4;

/**
 * Ramps between two rows, of many widths, moved by a quarter of their width at a time. `around`: only ramps that have some
 * row of this stretch within or at their ends.
 */
export function rampCandidates(first: number, last: number, around: Shape = { from: first, to: last }): Shape[] {
  const ramps: Shape[] = [];
  const span = last - first;
  for (let size = SHORTEST_RAMP; size <= span * GROWTH; size *= GROWTH) {
    const width = Math.min(span, Math.round(size));
    const stride = Math.max(1, Math.round(width / 4));
    const from = Math.max(first, around.from - width);
    const to = Math.min(last - width, around.to);
    for (let start = from; start <= to; start += stride) {
      ramps.push({ from: start, to: start + width });
    }
    if (width >= SHORTEST_RAMP && to >= from && (to - from) % stride !== 0) {
      ramps.push({ from: to, to: to + width });
    }
  }
  return ramps;
}

/** Few ramps of the whole series, its halves, quarters and eighths: enough to find one that is refined afterwards. */
export function coarseRamps(size: number): Shape[] {
  return [1, 2, 4, 8].flatMap((part) => {
    const width = Math.floor((size - 1) / part);
    return Array.from({ length: 2 * part - 1 }, (_, k) => {
      const from = Math.round((k * width) / 2);
      return { from, to: from + width };
    });
  });
}

/**
 * Two ramps that meet, at each sixteenth of the series: a trend that turns. One of them alone explains little. Near the ends
 * of a short series there is no room for one.
 */
export function turningRamps(size: number, apart: number): Array<readonly [Shape, Shape]> {
  return Array.from({ length: 13 }, (_, k) => {
    const turn = Math.round(((k + 2) * size) / 16);
    return [
      { from: 0, to: turn - apart },
      { from: turn, to: size - 1 },
    ] as const;
  }).filter((pair) => pair.every(({ from, to }) => to - from >= SHORTEST_RAMP));
}
