import { monteCarlo, type NullPValue } from '../binned/monteCarlo';
import { seededRandom } from '../random/seededRandom';
import type { TestOptions } from '../TestResult';
import { distanceOfWaves, type WaveMoments, WAVES } from './characteristicWaves';

/** Values drawn at most for one p-value, about a second's work. */
const MOST_DRAWN = 1e7;

/**
 * p-value of `distanceOfWaves` by shuffling which values are the baseline's: their waves stay what they are. A
 * permutation adds up those of the smaller sample; the other's are all but these. Null where that is too much work, or no
 * permutations are wanted.
 *
 * @param pooled The waves of all values, in an order that doesn't depend on whose they are.
 */
export function permutedWaves(
  pooled: Float64Array,
  n: number,
  m: number,
  observed: number,
  { seed, permutations }: TestOptions
): NullPValue | null {
  const size = Math.min(n, m);
  if (permutations <= 0 || size * permutations > MOST_DRAWN) {
    return null;
  }
  const random = seededRandom(seed, 'epps_singleton');
  const centred = centre(pooled);
  const all = new Float64Array(SUMS);
  for (let i = 0; i < n + m; i++) {
    add(all, centred, i);
  }
  const order = Int32Array.from({ length: n + m }, (_, i) => i);
  const drawn = new Float64Array(SUMS);
  const others = new Float64Array(SUMS);
  const draw = () => {
    drawn.fill(0);
    for (let i = 0; i < size; i++) {
      const j = i + random.below(order.length - i);
      const place = order[j];
      order[j] = order[i];
      order[i] = place;
      add(drawn, centred, place);
    }
    for (let k = 0; k < SUMS; k++) {
      others[k] = all[k] - drawn[k];
    }
    return distanceOfWaves(momentsFrom(drawn, size), momentsFrom(others, n + m - size)).distance;
  };
  return monteCarlo(draw, observed, { wanted: permutations, affordable: permutations, name: 'permutations' });
}

/** Sums of the waves and of their products, row by row. */
const SUMS = WAVES + WAVES * WAVES;

function add(sums: Float64Array, waves: Float64Array, place: number): void {
  const row = WAVES * place;
  for (let k = 0; k < WAVES; k++) {
    const wave = waves[row + k];
    sums[k] += wave;
    for (let l = k; l < WAVES; l++) {
      sums[WAVES + WAVES * k + l] += wave * waves[row + l];
    }
  }
}

function momentsFrom(sums: Float64Array, size: number): WaveMoments {
  const mean = Array.from({ length: WAVES }, (_, k) => sums[k] / size);
  const covariance = mean.map((ofColumn, k) =>
    mean.map((ofOther, l) => sums[WAVES + WAVES * Math.min(k, l) + Math.max(k, l)] / size - ofColumn * ofOther)
  );
  return { size, mean, covariance };
}

/** Less their means, so that the products don't lose digits to them. */
function centre(waves: Float64Array): Float64Array {
  const mean = new Float64Array(WAVES);
  for (let i = 0; i < waves.length; i++) {
    mean[i % WAVES] += (waves[i] * WAVES) / waves.length;
  }
  return waves.map((wave, i) => wave - mean[i % WAVES]);
}
