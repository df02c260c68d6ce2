import type { Distribution, Samples } from '../../distribution/Distribution';
import { mergeSamples } from '../../distribution/merge/mergeDistributions';
import { quantileOfSorted } from '../../distribution/quantile';
import { chiSquareUpperTail } from '../special/chiSquareUpperTail';
import { symmetricEigen } from '../special/symmetricEigen';
import type { TestOptions, TestResult } from '../TestResult';
import { undefinedResult } from '../undefinedResult';
import { hasInfinite, whyNotNumeric } from './numericInput';

const LEAST_VALUES = 5;
/** Relative size of an eigenvalue that is rounding. */
const RANK_TOLERANCE = 1e-15;

/**
 * Epps–Singleton test: distance of the empirical characteristic functions at t = (0.4, 0.8)/(pooled IQR/2) (T. Epps and
 * K. Singleton, "An omnibus test for the two-sample problem using the empirical characteristic function", 1986), with
 * their small-sample factor below 25 values a side; χ² with the rank of the covariance as degrees of freedom. Needs raw
 * values and at least five a side; suits discrete ones too.
 */
export function eppsSingleton(baseline: Distribution, current: Distribution, _options: TestOptions): TestResult {
  const reason = whyNotNumeric(baseline, current);
  if (reason !== null) {
    return undefinedResult('epps_singleton', reason);
  }
  if (baseline.kind !== 'samples' || current.kind !== 'samples') {
    return undefinedResult(
      'epps_singleton',
      'needs raw values: a characteristic function does not follow from buckets'
    );
  }
  if (hasInfinite(baseline) || hasInfinite(current)) {
    return undefinedResult('epps_singleton', 'infinite values have no characteristic function');
  }
  return testSamples(baseline, current);
}

function testSamples(baseline: Samples, current: Samples): TestResult {
  const n = baseline.sorted.length;
  const m = current.sorted.length;
  if (Math.min(n, m) < LEAST_VALUES) {
    return undefinedResult('epps_singleton', 'a side has fewer than five values');
  }
  const { sorted } = mergeSamples(baseline, current);
  const [lower, middle, upper] = [0.25, 0.5, 0.75].map((p) => quantileOfSorted(sorted, p) ?? NaN);
  // Halves, here and below: the range itself may be more than a double holds.
  const halfUnit = upper / 4 - lower / 4;
  if (!(halfUnit > 0)) {
    return undefinedResult('epps_singleton', 'half of all values are equal, so that there is no unit to measure in');
  }
  // The statistic does not depend on where zero lies, but its digits do.
  const a = waves(baseline.sorted, middle, halfUnit);
  const b = waves(current.sorted, middle, halfUnit);
  const total = n + m;
  const covariance = a.covariance.map((row, i) =>
    row.map((value, j) => (total / n) * value + (total / m) * b.covariance[i][j])
  );
  const difference = a.mean.map((value, i) => value - b.mean[i]);
  const { quadratic, rank } = pseudoInverseForm(covariance, difference);
  if (rank === 0) {
    return undefinedResult('epps_singleton', 'the characteristic functions have no variance');
  }
  const factor = Math.max(n, m) < 25 ? 1 / (1 + total ** -0.45 + 10.1 * (n ** -1.7 + m ** -1.7)) : 1;
  const statistic = factor * total * quadratic;
  const pValue = chiSquareUpperTail(statistic, rank);
  return {
    test: 'epps_singleton',
    statistic,
    statisticLow: statistic,
    statisticHigh: statistic,
    pValue,
    pValueLow: pValue,
    pValueHigh: pValue,
    method: 'chi-square',
    guarantee: 'exact',
    details: { degrees_of_freedom: rank },
  };
}

/** Means and population covariances of cos(0.4z), cos(0.8z), sin(0.4z) and sin(0.8z). */
function waves(sorted: Float64Array, centre: number, halfUnit: number): { mean: number[]; covariance: number[][] } {
  const size = sorted.length;
  const columns = Array.from({ length: 4 }, () => new Float64Array(size));
  const [cosine, doubleCosine, sine, doubleSine] = columns;
  for (let i = 0; i < size; i++) {
    const angle = 0.4 * ((sorted[i] / 2 - centre / 2) / halfUnit);
    const c = Math.cos(angle);
    const s = Math.sin(angle);
    cosine[i] = c;
    sine[i] = s;
    // The second argument is twice the first.
    doubleCosine[i] = (c - s) * (c + s);
    doubleSine[i] = 2 * s * c;
  }
  const mean = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / size);
  columns.forEach((column, k) => {
    for (let i = 0; i < size; i++) {
      column[i] -= mean[k];
    }
  });
  const covariance = columns.map((a) => columns.map((b) => dot(a, b) / size));
  return { mean, covariance };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    sum += a[i] * b[i];
  }
  return sum;
}

/** vᵀ A⁺ v and the rank of A, for a symmetric A without negative eigenvalues. */
function pseudoInverseForm(matrix: number[][], vector: number[]): { quadratic: number; rank: number } {
  const { values, vectors } = symmetricEigen(matrix);
  const largest = Math.max(...values);
  let quadratic = 0;
  let rank = 0;
  values.forEach((value, k) => {
    if (value > largest * RANK_TOLERANCE) {
      const along = vector.reduce((sum, entry, i) => sum + entry * vectors[i][k], 0);
      quadratic += (along * along) / value;
      rank++;
    }
  });
  return { quadratic, rank };
}
