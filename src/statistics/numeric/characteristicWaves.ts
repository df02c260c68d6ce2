import { symmetricEigen } from '../special/symmetricEigen';

/** cos(0.4z), cos(0.8z), sin(0.4z), sin(0.8z): the parts of the characteristic functions that are compared. */
export const WAVES = 4;
/** Relative size of an eigenvalue that is rounding. */
const RANK_TOLERANCE = 1e-15;

/** Means and population covariances of the waves over a sample. */
export interface WaveMoments {
  readonly size: number;
  readonly mean: readonly number[];
  readonly covariance: readonly number[][];
}

/**
 * The waves of each value, a row of four a value, where z is its distance from `centre` in units of twice `halfUnit`.
 * Halves: the difference may be more than a double holds.
 */
export function wavesOf(values: Float64Array, centre: number, halfUnit: number): Float64Array {
  const waves = new Float64Array(WAVES * values.length);
  for (let i = 0; i < values.length; i++) {
    const angle = 0.4 * ((values[i] / 2 - centre / 2) / halfUnit);
    const c = Math.cos(angle);
    const s = Math.sin(angle);
    waves[WAVES * i] = c;
    // The second argument is twice the first.
    waves[WAVES * i + 1] = (c - s) * (c + s);
    waves[WAVES * i + 2] = s;
    waves[WAVES * i + 3] = 2 * s * c;
  }
  return waves;
}

export function momentsOfWaves(waves: Float64Array): WaveMoments {
  const size = waves.length / WAVES;
  const mean = new Array<number>(WAVES).fill(0);
  for (let i = 0; i < waves.length; i++) {
    mean[i % WAVES] += waves[i] / size;
  }
  const covariance = mean.map((ofColumn, k) =>
    mean.map((ofOther, l) => {
      let sum = 0;
      for (let row = 0; row < waves.length; row += WAVES) {
        sum += (waves[row + k] - ofColumn) * (waves[row + l] - ofOther);
      }
      return sum / size;
    })
  );
  return { size, mean, covariance };
}

/** vᵀ A⁺ v, times the number of values, with v the difference of the means and A its covariance; and the rank of A. */
export function distanceOfWaves(a: WaveMoments, b: WaveMoments): { distance: number; rank: number } {
  const total = a.size + b.size;
  const covariance = a.covariance.map((row, i) =>
    row.map((value, j) => (total / a.size) * value + (total / b.size) * b.covariance[i][j])
  );
  const difference = a.mean.map((value, i) => value - b.mean[i]);
  const { values, vectors } = symmetricEigen(covariance);
  const largest = Math.max(...values);
  let quadratic = 0;
  let rank = 0;
  values.forEach((value, k) => {
    if (value > largest * RANK_TOLERANCE) {
      const along = difference.reduce((sum, entry, i) => sum + entry * vectors[i][k], 0);
      quadratic += (along * along) / value;
      rank++;
    }
  });
  return { distance: total * quadratic, rank };
}
