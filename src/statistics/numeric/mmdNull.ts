import { drawNormal } from '../random/drawNormal';
import type { SeededRandom } from '../random/seededRandom';
import { symmetricEigen } from '../special/symmetricEigen';
import type { GaussianFactor } from './gaussianFactor';

/** Once this many drawn statistics reached the observed one, p is known to 7% of itself. */
const ENOUGH_EXCEEDANCES = 200;

/** How many of the drawn statistics reached the observed one. */
export interface Drawn {
  readonly reached: number;
  readonly drawn: number;
}

/**
 * Unbiased MMD² of the values whose numbers stand first in `order` against all others. `totals` is `rowTotals` of the
 * factor: only one side needs adding up.
 */
export function mmdSquared({ rows, rank }: GaussianFactor, totals: RowTotals, order: Int32Array, n: number): number {
  const m = order.length - n;
  const sum = new Float64Array(rank);
  let diagonal = 0;
  for (let i = 0; i < n; i++) {
    const start = order[i] * rank;
    for (let k = 0; k < rank; k++) {
      sum[k] += rows[start + k];
    }
    diagonal += totals.norms[order[i]];
  }
  let within = 0;
  let withinOthers = 0;
  let across = 0;
  for (let k = 0; k < rank; k++) {
    const others = totals.sum[k] - sum[k];
    within += sum[k] * sum[k];
    withinOthers += others * others;
    across += sum[k] * others;
  }
  const diagonalOfOthers = totals.diagonal - diagonal;
  return (within - diagonal) / n / (n - 1) + (withinOthers - diagonalOfOthers) / m / (m - 1) - (2 * across) / n / m;
}

/** Sum of all rows, squared norm of each, and their sum. */
export interface RowTotals {
  readonly sum: Float64Array;
  readonly norms: Float64Array;
  readonly diagonal: number;
}

export function rowTotals({ rows, rank }: GaussianFactor): RowTotals {
  const sum = new Float64Array(rank);
  const norms = new Float64Array(rows.length / rank);
  let diagonal = 0;
  for (let i = 0; i < norms.length; i++) {
    for (let k = 0; k < rank; k++) {
      const value = rows[i * rank + k];
      sum[k] += value;
      norms[i] += value * value;
    }
    diagonal += norms[i];
  }
  return { sum, norms, diagonal };
}

/** The permutation null: labels shuffled. */
export function permutedMmd(
  factor: GaussianFactor,
  totals: RowTotals,
  order: Int32Array,
  n: number,
  observed: number,
  permutations: number,
  random: SeededRandom
): Drawn {
  const shuffled = order.slice();
  return count(observed, permutations, () => {
    for (let i = 0; i < n; i++) {
      const j = i + random.below(shuffled.length - i);
      const kept = shuffled[i];
      shuffled[i] = shuffled[j];
      shuffled[j] = kept;
    }
    return mmdSquared(factor, totals, shuffled, n);
  });
}

/**
 * The limit of many values: (1/n + 1/m) Σ λ(z² − 1) with λ the eigenvalues of the centred kernel of the pooled values
 * (A. Gretton, K. Fukumizu, Z. Harchaoui, B. Sriperumbudur, "A fast, consistent kernel two-sample test", 2009).
 */
export function spectralMmd(
  factor: GaussianFactor,
  n: number,
  m: number,
  observed: number,
  permutations: number,
  random: SeededRandom
): Drawn {
  const { values } = symmetricEigen(centredCovariance(factor));
  const weights = values.filter((value) => value > 1e-14);
  return count(observed, permutations, () => {
    let sum = 0;
    for (const weight of weights) {
      const z = drawNormal(random);
      sum += weight * (z * z - 1);
    }
    return sum * (1 / n + 1 / m);
  });
}

function count(observed: number, permutations: number, draw: () => number): Drawn {
  // Sums in another order differ by rounding.
  const least = observed - Math.abs(observed) * 1e-12 - 1e-15;
  let reached = 0;
  let drawn = 0;
  while (drawn < permutations && reached < ENOUGH_EXCEEDANCES) {
    drawn++;
    if (draw() >= least) {
      reached++;
    }
  }
  return { reached, drawn };
}

function centredCovariance({ rows, rank }: GaussianFactor): number[][] {
  const size = rows.length / rank;
  const mean = new Float64Array(rank);
  for (let i = 0; i < rows.length; i++) {
    mean[i % rank] += rows[i] / size;
  }
  const covariance = Array.from({ length: rank }, () => new Array<number>(rank).fill(0));
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < rank; k++) {
      const row = covariance[k];
      const value = (rows[i * rank + k] - mean[k]) / size;
      for (let l = 0; l <= k; l++) {
        row[l] += value * (rows[i * rank + l] - mean[l]);
      }
    }
  }
  return covariance.map((row, k) => row.map((value, l) => (l <= k ? value : covariance[l][k])));
}
