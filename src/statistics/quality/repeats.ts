import type { Samples } from '../../distribution/Distribution';

/** Values that repeat far more than in the baseline: as batches do that were delivered several times. */
export interface Repeats {
  readonly rows: number;
  /** As many are independent at most: different values. */
  readonly different: number;
  /** Share of the different values that come more than once, and what the baseline lets expect of as many rows. */
  readonly share: number;
  readonly expected: number;
}

const LEAST_VALUES = 30;
/** From this share on, and so many times what is expected: a new atom is one value, replayed rows are most of them. */
const LEAST_SHARE = 0.2;
const TIMES = 4;

/** Null where the values repeat as those of the baseline do, or are too few. */
export function repeatsBeyond(baseline: Samples, current: Samples): Repeats | null {
  const [before, now] = [countsIn(baseline.sorted), countsIn(current.sorted)];
  if (Math.min(baseline.sorted.length, current.sorted.length) < LEAST_VALUES || now.length === 0) {
    return null;
  }
  const share = now.filter((count) => count > 1).length / now.length;
  const expected = expectedShare(before, baseline.sorted.length, current.sorted.length);
  return share >= LEAST_SHARE && share >= TIMES * expected
    ? { rows: current.sorted.length, different: now.length, share, expected }
    : null;
}

/** Of `size` draws from the baseline with its counts as rates: Poisson, so that values seen once repeat a little too. */
function expectedShare(counts: readonly number[], total: number, size: number): number {
  let [some, several] = [0, 0];
  for (const count of counts) {
    const rate = (count * size) / total;
    some += 1 - Math.exp(-rate);
    several += 1 - Math.exp(-rate) * (1 + rate);
  }
  return some === 0 ? 0 : several / some;
}

function countsIn(sorted: Float64Array): number[] {
  const counts: number[] = [];
  for (let from = 0, i = 1; i <= sorted.length; i++) {
    if (i === sorted.length || sorted[i] !== sorted[from]) {
      counts.push(i - from);
      from = i;
    }
  }
  return counts;
}
