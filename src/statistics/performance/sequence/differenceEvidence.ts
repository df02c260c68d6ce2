import type { LearnedRates } from './learnedRates';
import { nearestRate } from './nearestRate';
import type { VersionCounts } from './VersionCounts';

/**
 * The logarithm of the evidence in one window against "the new version's rate is the old one's plus `difference`", which
 * adds up over windows. Where that is true the evidence has expectation of at most 1 whatever the rates are, for the log of
 * the expectation is concave in the true rate, with its maximum of 0 at the nearest one. Its product over windows is an
 * e-process: it ever reaches 1/alpha with a chance of at most alpha, so that one may look at it at any time
 * (A. Ramdas, P. Grünwald, V. Vovk, G. Shafer, "Game-theoretic statistics and safe anytime-valid inference", 2023; rates
 * that are learned: R. Turner, A. Ly, P. Grünwald, "Generic E-variables for exact sequential k-sample tests", 2022).
 */
export function windowEvidence(window: VersionCounts, bet: LearnedRates, difference: number): number {
  const { oldRows, oldHits, newRows, newHits } = window;
  if (oldRows === 0 || newRows === 0) {
    return 0;
  }
  const p = nearestRate(bet, oldRows, newRows, difference);
  return gain(oldRows, oldHits, bet.old, p) + gain(newRows, newHits, bet.new, p + difference);
}

/** The same over all windows. `bets` are their `learnedRates`. */
export function differenceEvidence(
  windows: readonly VersionCounts[],
  bets: readonly LearnedRates[],
  difference: number
): number {
  return windows.reduce((sum, window, i) => sum + windowEvidence(window, bets[i], difference), 0);
}

function gain(rows: number, hits: number, bet: number, rate: number): number {
  return part(hits, bet, rate) + part(rows - hits, 1 - bet, 1 - rate);
}

function part(count: number, bet: number, rate: number): number {
  // At the edge of possible rates rounding may leave nothing: as good as impossible.
  return count === 0 ? 0 : count * Math.log(bet / Math.max(rate, 1e-300));
}
