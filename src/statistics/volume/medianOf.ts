import { quantileOfSorted } from '../../distribution/quantile';

/** Null where there are no values. */
export function medianOf(values: readonly number[]): number | null {
  return quantileOfSorted(
    [...values].sort((a, b) => a - b),
    0.5
  );
}
