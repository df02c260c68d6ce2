import { type CauseMeasure, effectOf, type WeighedEffect } from './weighedEffect';
import type { SliceCounts, SlicedCounts } from './SlicedCounts';

/** What part of an effect is gone in another set of rows; not clamped: below 0 the effect is larger there. */
export interface ExplainedShare {
  readonly share: number;
  /** What it surely lies between where counts come from buckets: equal to it where they don't. */
  readonly low: number;
  readonly high: number;
}

export interface ExplainedShares {
  /** Of all rows. */
  readonly effect: WeighedEffect;
  /** Of the rows without each slice; null where too few are left to be compared. */
  readonly without: ReadonlyArray<ExplainedShare | null>;
  /** Of the current rows with the baseline's shares of the slices; null where no slice or too few rows are on both sides. */
  readonly mix: ExplainedShare | null;
}

/** Without so many rows on a side nothing is compared. */
export interface Fewest {
  readonly rows: number;
}

/**
 * How much of an effect leaving out a slice explains, 1 − E₋ᵥ/E, and how much the mix does: E is the effect less what
 * chance alone would show. For the mix the current values get the weights that give the slices their shares of the baseline
 * (post-stratification: D. Holt and T. M. F. Smith 1979). Slices that one side lacks can't be weighted and are left out on
 * both sides before, so that what leaving them out explains is no part of the mix. Null where E does not exist or is not
 * above chance.
 */
export function explainedShares(measure: CauseMeasure, counts: SlicedCounts, { rows }: Fewest): ExplainedShares | null {
  const { baseline, current } = counts;
  const effect = effectOf(measure, counts);
  if (effect === null || !(above(effect) > 0)) {
    return null;
  }
  const enough = (weighted: (slices: readonly SliceCounts[]) => number) =>
    weighted(baseline) >= rows && weighted(current) >= rows;
  const without = baseline.map((_, slice) => {
    const weights = Float64Array.from(baseline, (_one, at) => Number(at !== slice));
    const left = effectOf(measure, counts, { baseline: weights, current: weights });
    const isEnough = enough((slices) => weightedTotal(slices, weights));
    return left === null || !isEnough ? null : gone(effect, left, effect);
  });
  const both = Float64Array.from(baseline, ({ total }, slice) => Number(total > 0 && current[slice].total > 0));
  const isMixed = both.reduce((sum, one) => sum + one, 0) > 1 && enough((slices) => weightedTotal(slices, both));
  return { effect, without, mix: isMixed ? mixShare(measure, counts, both, effect) : null };
}

function mixShare(
  measure: CauseMeasure,
  counts: SlicedCounts,
  both: Float64Array,
  effect: WeighedEffect
): ExplainedShare | null {
  const known = effectOf(measure, counts, { baseline: both, current: both });
  const mixed = effectOf(measure, counts, { baseline: both, current: mixWeights(counts, both) });
  return known === null || mixed === null ? null : gone(known, mixed, effect);
}

/** Weights of current slices that give them the baseline's shares; 0 where a side lacks them. */
export function mixWeights(
  { baseline, current }: Pick<SlicedCounts, 'baseline' | 'current'>,
  both: Float64Array
): Float64Array {
  const [n, m] = [weightedTotal(baseline, both), weightedTotal(current, both)];
  return both.map((one, slice) =>
    one === 0 || current[slice].total === 0 ? 0 : baseline[slice].total / n / (current[slice].total / m)
  );
}

function weightedTotal(slices: readonly SliceCounts[], weights: Float64Array): number {
  return slices.reduce((sum, { total }, slice) => sum + weights[slice] * total, 0);
}

/** What of the whole effect is gone between two sets of rows. */
function gone(before: WeighedEffect, after: WeighedEffect, whole: WeighedEffect): ExplainedShare {
  const [least, most] = [whole.low - whole.expected, whole.high - whole.expected];
  const share = (above(before) - above(after)) / above(whole);
  const isExact = before.low === before.high && after.low === after.high;
  if (isExact) {
    return { share, low: share, high: share };
  }
  const [smallest, largest] = [
    before.low - before.expected - (after.high - after.expected),
    before.high - before.expected - (after.low - after.expected),
  ];
  // Before is mostly the whole: then 1 − E₋ᵥ/E, each as unfavorable as it may be.
  const isWhole = before === whole;
  const low = !(least > 0) ? -Infinity : isWhole ? 1 - (after.high - after.expected) / least : smallest / least;
  const high = isWhole ? 1 - (after.low - after.expected) / most : !(least > 0) ? Infinity : largest / least;
  return { share, low: Math.min(share, low), high: Math.max(share, high) };
}

function above({ size, expected }: WeighedEffect): number {
  return size - expected;
}
