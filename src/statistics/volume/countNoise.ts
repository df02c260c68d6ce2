/** Added under the root, so that the variance of the root hardly depends on the mean: F. Anscombe, 1948. */
const ANSCOMBE = 3 / 8;

/**
 * Standard deviation, in twice Anscombe's roots, of the difference between a count and the median of `past` such counts
 * where both have the same mean and a variance of `overdispersion` times it. One count has variance 1 there; the median of
 * many has π/2 of their mean's, that of one or two is their mean.
 */
export function countNoise(past: number, overdispersion: number): number {
  const efficiency = past <= 2 ? 1 : Math.PI / 2;
  return Math.sqrt(overdispersion * (1 + efficiency / past));
}

/** How many standard deviations of chance a count lies from the expected one. Both at least 0. */
export function countDeviation(count: number, expected: number, noise: number): number {
  return (2 * (root(count) - root(expected))) / noise;
}

/** The counts that lie so many standard deviations of chance below and above the expected one. */
export function countBand(expected: number, deviations: number, noise: number): { low: number; high: number } {
  const step = (deviations * noise) / 2;
  const low = root(expected) - step;
  return {
    // Below the root of no events nothing lies: no count is that far off.
    low: low <= Math.sqrt(ANSCOMBE) ? low - Math.sqrt(ANSCOMBE) : low * low - ANSCOMBE,
    high: (root(expected) + step) ** 2 - ANSCOMBE,
  };
}

function root(count: number): number {
  return Math.sqrt(count + ANSCOMBE);
}
