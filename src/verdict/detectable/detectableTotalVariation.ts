import { noncentralityFor } from './noncentrality';

/**
 * The total variation that a χ² test of n and m values over `categories` categories finds with at least the given power,
 * however the shift is spread: by Cauchy and Schwarz Σ(p−q)²/p̄ ≥ 4·TV², so TV = ½ sqrt(λ(1/n + 1/m)). Null above 1.
 */
export function detectableTotalVariation(
  n: number,
  m: number,
  categories: number,
  alpha: number,
  power: number
): number | null {
  const distance = 0.5 * Math.sqrt(noncentralityFor(Math.max(1, categories - 1), alpha, power) * (1 / n + 1 / m));
  return distance < 1 ? distance : null;
}
