import { normalQuantile } from '../../statistics/special/normalQuantile';

/** The change of a share near the pooled `rate` that a two-sided test of n and m rows finds with the given power. */
export function detectableMissingRate(n: number, m: number, rate: number, alpha: number, power: number): number | null {
  // A rate of zero is taken as half a row: even then a few missing rows would be seen.
  const p = Math.min(0.5, Math.max(rate, 0.5 / (n + m)));
  const change = (normalQuantile(1 - alpha / 2) + normalQuantile(power)) * Math.sqrt(p * (1 - p) * (1 / n + 1 / m));
  return change < 1 ? change : null;
}
