/**
 * Variance of the median of k independent normal values over that of their mean, by k − 1. Computed by numerical
 * integration over the order statistics' joint density: tests/fixtures/statistics/generate_time.py.
 */
const FACTORS = [1, 1, 1.34601331373, 1.19279847374, 1.43416830803, 1.28845599949, 1.47312803075, 1.34544684128];

/** The factor for any k; the limit π/2 from 9 on, which is at most 12 % too large and so cautious. */
export function medianVariance(k: number): number {
  return k >= 1 && k <= FACTORS.length ? FACTORS[k - 1] : Math.PI / 2;
}
