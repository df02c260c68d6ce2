import { differenceEvidence } from '../../statistics/performance/sequence/differenceEvidence';
import { learnedRates } from '../../statistics/performance/sequence/learnedRates';
import { lossRadius, type LossTotals } from '../../statistics/performance/sequence/lossInterval';
import { nearestRate } from '../../statistics/performance/sequence/nearestRate';
import { hasBoth, type VersionCounts } from '../../statistics/performance/sequence/VersionCounts';

/** More rows than anyone waits for. */
const MOST = 1e9;

/**
 * How many more rows, split as before, the evidence against a difference probably takes to reach 1/alpha: at the rates as
 * they are seen, each row brings KL(seen ‖ nearest with that difference). Null where that is beyond a billion.
 */
export function moreLabelsOfShares(windows: readonly VersionCounts[], against: number, alpha: number): number | null {
  const bets = learnedRates([...windows, { oldRows: 0, oldHits: 0, newRows: 0, newHits: 0 }]);
  const missing = -Math.log(alpha) - differenceEvidence(windows, bets, against);
  const seen = bets[windows.length];
  const both = windows.filter(hasBoth);
  const oldRows = both.reduce((sum, window) => sum + window.oldRows, 0);
  const newRows = both.reduce((sum, window) => sum + window.newRows, 0);
  const p = nearestRate(seen, oldRows, newRows, against);
  const gain = oldRows * divergence(seen.old, p) + newRows * divergence(seen.new, p + against);
  return reachable((Math.max(0, missing) * (oldRows + newRows)) / gain);
}

/** The same of losses, or of rows that both versions predicted: how many more rows until the radius is the distance to that difference. */
export function moreLabelsOfLosses(
  totals: LossTotals,
  rows: number,
  distance: number,
  rho: number,
  alpha: number
): number | null {
  const radius = (factor: number) =>
    lossRadius({ ...totals, weight: factor * totals.weight, variance: factor * totals.variance }, rho, alpha);
  let factor = 1;
  while (radius(factor) > distance && factor * rows < MOST) {
    factor *= 1.05;
  }
  return reachable((factor - 1) * rows);
}

function reachable(rows: number): number | null {
  return rows < MOST ? Math.ceil(rows) : null;
}

function divergence(seen: number, rate: number): number {
  return seen * Math.log(seen / rate) + (1 - seen) * Math.log((1 - seen) / (1 - rate));
}
