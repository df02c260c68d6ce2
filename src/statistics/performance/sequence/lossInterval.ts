import type { SequenceInterval } from './differenceInterval';
import { hasBothLosses, type LossSums } from './LossSums';

/** Σk, Σkd and Σk²v of windows, with k = n₁n₂/(n₁ + n₂), d the difference of means (new less old) and v its variance. */
export interface LossTotals {
  readonly weight: number;
  readonly weighted: number;
  readonly variance: number;
}

export function lossTotals(windows: readonly LossSums[]): LossTotals {
  let [weight, weighted, variance] = [0, 0, 0];
  for (const { old, new: next } of windows.filter(hasBothLosses)) {
    const k = (old.rows * next.rows) / (old.rows + next.rows);
    weight += k;
    weighted += k * (next.mean - old.mean);
    variance += k * k * (old.variance / old.rows + next.variance / next.rows);
  }
  return { weight, weighted, variance };
}

/**
 * The confidence sequence of the difference of two versions' mean losses (new less old): Σkd/Σk with the radius
 * √((V + ρ)·ln((V + ρ)/(ρα²)))/Σk, V = Σk²v, a normal mixture (H. Robbins 1970) with variances estimated
 * (I. Waudby-Smith et al., "Time-uniform central limit theory and asymptotic confidence sequences", 2024). Asymptotic: it
 * wants at least dozens of rows before it is first looked at. ρ > 0, in squared losses, must not depend on what is judged.
 * Null without a window of both versions whose losses vary.
 */
export function lossInterval(windows: readonly LossSums[], rho: number, alpha: number): SequenceInterval | null {
  const totals = lossTotals(windows);
  if (totals.weight === 0 || !(totals.variance > 0) || !(rho > 0)) {
    return null;
  }
  const difference = totals.weighted / totals.weight;
  const radius = lossRadius(totals, rho, alpha);
  return { difference, low: difference - radius, high: difference + radius };
}

export function lossRadius({ variance, weight }: LossTotals, rho: number, alpha: number): number {
  return Math.sqrt((variance + rho) * Math.log((variance + rho) / (rho * alpha * alpha))) / weight;
}

/**
 * The ρ with which the radius shrinks to `margin` after about the fewest rows: there V = xρ with x = ln(1 + x) + 2·ln(1/alpha),
 * which leaves ρ = (1 + 1/x)·σ⁴/margin², and 1/x is small. σ² is the variance of one row's loss as it was known before.
 */
export function rhoFor(rowVariance: number, margin: number): number {
  return (rowVariance / margin) ** 2;
}
