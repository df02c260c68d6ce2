import type { Multiplicity } from '../../distribution/multiplicity';

/** Values or rows that repeat far more than in the baseline: as batches do that were delivered several times. */
export interface Repeats {
  readonly rows: number;
  /** As many are independent at most: different ones. */
  readonly different: number;
  /** Share of the different ones that come more than once, and what the baseline lets expect of as many rows. */
  readonly share: number;
  readonly expected: number;
}

const LEAST_ROWS = 30;
/** Fewer different ones are a constant, or a few levels: no batch that came again. */
const LEAST_DIFFERENT = 12;
/** From this share on, and so many times what is expected: a new atom is one value, replayed rows are most of them. */
const LEAST_SHARE = 0.2;
const TIMES = 4;

/** Null where they repeat as those of the baseline do, or are too few. */
export function repeatsBeyond(baseline: Multiplicity, current: Multiplicity): Repeats | null {
  const [total, rows] = [rowsOf(baseline), rowsOf(current)];
  const different = differentIn(current);
  if (Math.min(total, rows) < LEAST_ROWS || different < LEAST_DIFFERENT) {
    return null;
  }
  const share = (different - (current.get(1) ?? 0)) / different;
  const expected = Math.min(expectedShare(baseline, total, rows), seenShare(baseline) * Math.max(1, rows / total));
  return share >= LEAST_SHARE && share >= TIMES * expected ? { rows, different, share, expected } : null;
}

/** Of the baseline itself, which fewer rows of it can't exceed; none among n may still be up to 3 (the rule of three). */
function seenShare(baseline: Multiplicity): number {
  const different = differentIn(baseline);
  return (different - (baseline.get(1) ?? 0) + 3) / different;
}

function rowsOf(multiplicity: Multiplicity): number {
  return [...multiplicity].reduce((sum, [times, different]) => sum + times * different, 0);
}

function differentIn(multiplicity: Multiplicity): number {
  return [...multiplicity.values()].reduce((sum, different) => sum + different, 0);
}

/** Of `size` draws from the baseline with its counts as rates: Poisson, so that what is seen once repeats a little too. */
function expectedShare(baseline: Multiplicity, total: number, size: number): number {
  let [some, several] = [0, 0];
  baseline.forEach((different, times) => {
    const rate = (times * size) / total;
    some += different * (1 - Math.exp(-rate));
    several += different * (1 - Math.exp(-rate) * (1 + rate));
  });
  return some === 0 ? 0 : several / some;
}
