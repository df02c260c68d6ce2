/** Fewer block maxima tell nothing of their tail. */
export const LEAST_BLOCKS = 10;

/**
 * The level that the largest value of a block exceeds once in so many blocks, from the past blocks' maxima. Their k largest
 * exceed the next one, u, by β on average; excesses fall off as e^(−x/β), and the predictive distribution with β estimated
 * from k values gives u + kβ((k/n · blocks)^(1/k) − 1) with k = max(5, n/5). (The peaks-over-threshold return level with an
 * exponential tail, Coles 2001, section 4.3; predictive form of the exponential, Geisser 1993.)
 *
 * @param maxima one of each block
 * @param blocks the return period, in blocks
 * @returns null below `LEAST_BLOCKS` maxima
 */
export function returnLevel(maxima: Float64Array, blocks: number): number | null {
  const n = maxima.length;
  if (n < LEAST_BLOCKS) {
    return null;
  }
  const sorted = maxima.slice().sort();
  const k = Math.max(5, Math.floor(n / 5));
  const threshold = sorted[n - 1 - k];
  let excess = 0;
  for (let i = n - k; i < n; i++) {
    excess += (sorted[i] - threshold) / k;
  }
  return threshold + k * excess * (((k / n) * blocks) ** (1 / k) - 1);
}
