import { medianOf } from './medianOf';

/** 1 / Φ⁻¹(3/4): the median absolute deviation of normal values, times this, is their standard deviation. */
const CONSISTENCY = 1.482602218505602;

/** For 2 to 9 values; the median absolute deviation of few values is too small on average. */
const FEW = [1.196, 1.495, 1.363, 1.206, 1.2, 1.14, 1.129, 1.107];

/**
 * The standard deviation of values by their median absolute deviation, which one outlier among them does not move, with
 * the corrections for few values of C. Croux and P. Rousseeuw, "Time-efficient algorithms for two highly robust estimators
 * of scale", 1992. Null for fewer than two values.
 */
export function robustSpread(values: readonly number[]): number | null {
  const median = medianOf(values);
  const size = values.length;
  if (median === null || size < 2) {
    return null;
  }
  const deviation = medianOf(values.map((value) => Math.abs(value - median))) ?? 0;
  return CONSISTENCY * (FEW[size - 2] ?? size / (size - 0.8)) * deviation;
}
