import { naturalVariation, type Stretch } from './naturalVariation';
import type { Scale } from './scales';
import { largestDifference, stretchAt } from './stretchAt';
import type { WindowSums } from './windowSums';

/** Mean of the Kolmogorov distribution, √(π/2)·ln 2: the KS distance that chance shows, times √(1/n + 1/m). */
const KOLMOGOROV_MEAN = 0.8687311606361591;

/** The KS distance that independent rows show by chance. */
export function ksByChance(variance: number): number {
  return KOLMOGOROV_MEAN * Math.sqrt(variance);
}

/**
 * τ² of the KS distance at one scale, as of any distance.
 *
 * @param distance that of the scale, which tells where it is known: `effectsOf`
 * @param stretches the windows of the calibration
 */
export function ksVariation(
  sums: WindowSums,
  scale: Scale,
  distance: Float64Array,
  stretches: readonly Stretch[]
): number {
  const found = new Float64Array(sums.windows).fill(NaN);
  const chance = new Float64Array(sums.windows).fill(NaN);
  for (const [start, end] of stretches) {
    for (let window = start; window < end; window++) {
      if (!Number.isNaN(distance[window])) {
        const compared = stretchAt(sums, scale, window);
        found[window] = largestDifference(compared);
        chance[window] = ksByChance(compared.variance);
      }
    }
  }
  return naturalVariation(found, chance, stretches) ?? 0;
}
