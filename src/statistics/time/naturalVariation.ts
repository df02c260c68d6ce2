/** Windows from the first number up to, without, the second. */
export type Stretch = readonly [start: number, end: number];

/**
 * The natural variation τ² of distances: the one for which the mean of d/√(e² + τ²) is 1, as it is for e alone where rows
 * are independent; 0 where chance explains them. Distances that are not known (NaN) are left out.
 *
 * @param stretches the windows that count
 * @param guess where to start looking
 * @returns τ², in the unit of d², or null without any distance
 */
export function naturalVariation(
  distance: Float64Array,
  chance: Float64Array,
  stretches: readonly Stretch[],
  guess = 0
): number | null {
  let variation = guess;
  let at = meanRatio(distance, chance, stretches, variation);
  if (at.count === 0) {
    return null;
  }
  // Newton's steps for 1/mean² = 1, which is nearly a line in τ².
  for (let step = 0; step < MOST_STEPS && at.mean > 0; step++) {
    const change = (at.mean ** 3 * (1 - 1 / at.mean ** 2)) / (2 * at.slope);
    const next = Math.max(0, variation + change);
    // Steps converge quadratically: the next one would be smaller than rounding.
    if (Math.abs(next - variation) <= PRECISION * next) {
      return next;
    }
    variation = next;
    at = meanRatio(distance, chance, stretches, variation);
  }
  return at.mean > 0 ? variation : 0;
}

const MOST_STEPS = 60;
const PRECISION = 1e-5;

/** Mean of d/√(e² + τ²), and how fast it falls with τ². */
function meanRatio(
  distance: Float64Array,
  chance: Float64Array,
  stretches: readonly Stretch[],
  variation: number
): { mean: number; slope: number; count: number } {
  let [sum, slope, count] = [0, 0, 0];
  for (const [start, end] of stretches) {
    for (let i = start; i < end; i++) {
      const variance = chance[i] * chance[i] + variation;
      // Not where the distance is unknown (NaN).
      if (variance > 0) {
        const ratio = distance[i] / Math.sqrt(variance);
        sum += ratio;
        slope += ratio / variance;
        count++;
      }
    }
  }
  return { mean: sum / count, slope: slope / (2 * count), count };
}
