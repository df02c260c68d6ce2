import { isPlain } from './cdf/alignedHistograms';
import { cdfKnots } from './cdf/cdfKnots';
import type { Distribution, Histogram } from './Distribution';
import { numberOfValues } from './numberOfValues';

/**
 * Quantile of ascending values by linear interpolation between order statistics (type 7 of R. Hyndman and Y. Fan,
 * "Sample quantiles in statistical packages", 1996; the default of R and NumPy). Null where there are no values, and
 * where it would lie between -Infinity and +Infinity.
 */
export function quantileOfSorted(sorted: ArrayLike<number>, probability: number): number | null {
  const size = sorted.length;
  if (size === 0) {
    return null;
  }
  const position = Math.min(1, Math.max(0, probability)) * (size - 1);
  const index = Math.min(size - 1, Math.floor(position));
  const below = sorted[index];
  const above = sorted[Math.min(size - 1, index + 1)];
  const weight = position - index;
  if (weight === 0 || below === above) {
    return below;
  }
  // Weighted ends instead of a difference: above − below may overflow.
  const value =
    Math.abs(above - below) === Infinity ? below * (1 - weight) + above * weight : below + weight * (above - below);
  return Number.isNaN(value) ? null : value;
}

/**
 * Quantile of any ordered distribution: type 7 of raw values, else interpolated linearly within its bucket or between
 * known quantiles, which is approximate. Null where the quantile lies in an unbounded bucket, and for categories.
 */
export function quantile(distribution: Distribution, probability: number): number | null {
  if (distribution.kind === 'samples') {
    return quantileOfSorted(distribution.sorted, probability);
  }
  if (distribution.kind === 'histogram' && isPlain(distribution)) {
    return quantileOfBuckets(distribution, Math.min(1, Math.max(0, probability)));
  }
  const knots = cdfKnots(distribution);
  if (knots === null) {
    return null;
  }
  const { x, share } = knots;
  const p = Math.min(1, Math.max(0, probability));
  let k = 1;
  while (k < share.length - 1 && (share[k] < p || share[k] === 0)) {
    k++;
  }
  const rise = share[k] - share[k - 1];
  const weight = rise > 0 ? (p - share[k - 1]) / rise : 0;
  const value = weight >= 1 ? x[k] : x[k - 1] + weight * (x[k] - x[k - 1]);
  return Number.isFinite(value) ? value : null;
}

/** The same without writing the distribution function out, where nothing but the buckets is known. */
function quantileOfBuckets(histogram: Histogram, probability: number): number | null {
  const { edges, bins } = histogram;
  const wanted = probability * numberOfValues(histogram);
  let before = 0;
  let value = NaN;
  for (let i = 0; i < bins.length && !(before > 0 && before >= wanted); i++) {
    if (bins[i] > 0) {
      const weight = (wanted - before) / bins[i];
      value = weight >= 1 ? edges[i + 1] : edges[i] + weight * (edges[i + 1] - edges[i]);
      before += bins[i];
    }
  }
  return Number.isFinite(value) ? value : null;
}
