import { differenceEvidence } from './differenceEvidence';
import { learnedRates } from './learnedRates';
import { hasBoth, type VersionCounts } from './VersionCounts';

export interface SequenceInterval {
  /** New less old. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** No share differs by more. */
const FURTHEST = 1 - 1e-9;
const STEPS = 50;
const GRID = 200;

/**
 * The confidence sequence of the difference of two versions' shares (new less old): all differences whose evidence against
 * them is below 1/alpha. It covers the true one at all times together with a chance of 1 − alpha, also where the share of
 * calls shifts from one version to the other and where both rates move from window to window. Null without a window that
 * has both versions, and where no single difference fits, because it changed in time.
 */
export function differenceInterval(windows: readonly VersionCounts[], alpha: number): SequenceInterval | null {
  if (!windows.some(hasBoth)) {
    return null;
  }
  const bets = learnedRates(windows);
  const limit = -Math.log(alpha);
  const excess = (difference: number) => differenceEvidence(windows, bets, difference) - limit;
  const centre = weightedDifference(windows);
  const inside = excess(centre) < 0 ? centre : leastExcess(excess);
  if (inside === null) {
    return null;
  }
  return {
    difference: centre,
    low: border(excess, inside, -FURTHEST),
    high: border(excess, inside, FURTHEST),
  };
}

/** The differences of the windows, weighted by n₁n₂/(n₁ + n₂): not moved by a share of calls that shifts while both rates do. */
export function weightedDifference(windows: readonly VersionCounts[]): number {
  let [sum, weights] = [0, 0];
  for (const { oldRows, oldHits, newRows, newHits } of windows.filter(hasBoth)) {
    const weight = (oldRows * newRows) / (oldRows + newRows);
    sum += weight * (newHits / newRows - oldHits / oldRows);
    weights += weight;
  }
  return Math.min(FURTHEST, Math.max(-FURTHEST, sum / weights));
}

function leastExcess(excess: (difference: number) => number): number | null {
  let [least, where] = [0, null as number | null];
  for (let i = 1; i < GRID; i++) {
    const difference = (2 * i) / GRID - 1;
    const value = excess(difference);
    if (value < least) {
      [least, where] = [value, difference];
    }
  }
  return where;
}

function border(excess: (difference: number) => number, inside: number, end: number): number {
  if (excess(end) < 0) {
    return Math.sign(end);
  }
  let [within, beyond] = [inside, end];
  for (let step = 0; step < STEPS && Math.abs(beyond - within) > 1e-10; step++) {
    const middle = (within + beyond) / 2;
    if (excess(middle) < 0) {
      within = middle;
    } else {
      beyond = middle;
    }
  }
  return beyond;
}
