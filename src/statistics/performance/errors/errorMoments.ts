import type { ErrorSums } from '../../../outcomes/ErrorSums';
import type { MetricInput } from '../MetricInput';

/** Sums of the errors p − y over rows that have both. */
export interface ErrorMoments {
  readonly rows: number;
  /** Mean error. */
  readonly bias: number;
  /** Σ(p − y)². */
  readonly squares: number;
  /** Σ(y − ȳ)². */
  readonly spread: number;
  /** Σ(p − y)⁴, where it is known. */
  readonly fourth?: number;
  readonly sums: ErrorSums;
}

/** Below this share of the values' own squares a sum of squared errors, found from them, is rounding. */
const LEAST_SHARE = 1e-11;

/** Moments of the errors, or why there are none. */
export function errorMoments({ outcomes }: MetricInput): ErrorMoments | string {
  const sums = outcomes.errors;
  if (outcomes.labelled === 0 || sums === undefined || sums.rows === 0) {
    return outcomes.labelled === 0 ? 'no row has a label' : 'no row has both a label and a predicted number';
  }
  const squares = squaresOf(sums);
  if (squares === null) {
    return 'the errors are so small beside the values that their squares can’t be told from rounding';
  }
  const sorted = sums.sorted;
  return {
    rows: sums.rows,
    bias: sorted ? mean(sorted) : sums.meanPredicted - sums.meanActual,
    squares,
    spread: sums.squaresActual,
    fourth: sums.fourth ?? (sorted && sorted.reduce((sum, error) => sum + error ** 4, 0)),
    sums,
  };
}

function squaresOf(sums: ErrorSums): number | null {
  if (sums.squares !== undefined || sums.sorted) {
    return sums.squares ?? sums.sorted?.reduce((sum, error) => sum + error * error, 0) ?? null;
  }
  if (sums.absolute.high === 0) {
    return 0;
  }
  const { rows, meanActual, meanPredicted, squaresActual, squaresPredicted, products } = sums;
  const spread = squaresActual + squaresPredicted;
  const bias = meanPredicted - meanActual;
  const around = spread - 2 * products;
  // A constant offset is known well, however large the spread.
  const squares = Math.max(0, around) + rows * bias * bias;
  return squares > LEAST_SHARE * spread ? squares : null;
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
