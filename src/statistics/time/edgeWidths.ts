/** What is known of a feature whose values were counted between edges. */
export interface CountedScale {
  /** Standard deviation of the calibration time. */
  readonly deviation: number;
  /** Whether it was estimated from the bins. */
  readonly isEstimated: boolean;
  /** Widths of the bins between two edges, in standard deviations, none wider than IQR/1.349. */
  readonly bins: Float64Array;
  /** By edge: how much a difference of shares there adds to the distance, in standard deviations. */
  readonly widths: Float64Array;
}

/** IQR of a normal distribution in standard deviations. */
const NORMAL_IQR = 1.349;

/** An interquartile range of fewer standard deviations is none. */
const LEAST_IQR = 1e-6;

/**
 * The widths that turn differences of cumulative shares at edges into a distance in standard deviations (Wasserstein's, by
 * the trapezoidal rule). No bin counts as wider than IQR/1.349, so that a few far values, which move the share beyond one
 * far edge, can't outweigh the rest; the open bins at both ends have no width.
 *
 * @param edges strictly ascending
 * @param counts values in each bin of the calibration time, one more than there are edges
 * @param deviation the standard deviation of the values, where it is known
 */
export function edgeWidths(edges: Float64Array, counts: Float64Array, deviation?: number): CountedScale {
  const last = edges.length - 1;
  const low = (bin: number) => edges[Math.max(0, bin - 1)];
  const high = (bin: number) => edges[Math.min(last, bin)];
  const total = counts.reduce((sum, count) => sum + count, 0);
  const range = edges[last] - edges[0] || Math.abs(edges[0]) || 1;
  const known = positive(deviation);
  const sd = known ?? positive(deviationOf(counts, low, high)) ?? range;
  const iqr = quantileOf(counts, total, 0.75, low, high) - quantileOf(counts, total, 0.25, low, high);
  // Where most values are equal the quartiles differ by no more than the two edges that stand around that value.
  const widest = iqr > LEAST_IQR * sd ? iqr / NORMAL_IQR : sd;
  const widthOf = (bin: number) => Math.min(high(bin) - low(bin), widest) / sd;
  return {
    deviation: sd,
    isEstimated: known === undefined,
    bins: Float64Array.from({ length: last }, (_, bin) => widthOf(bin + 1)),
    widths: Float64Array.from(edges, (_, edge) => (widthOf(edge) + widthOf(edge + 1)) / 2),
  };
}

function positive(value: number | undefined): number | undefined {
  return value !== undefined && value > 0 && Number.isFinite(value) ? value : undefined;
}

/** From the middles of the bins; those of the open ones are their edges. */
function deviationOf(counts: Float64Array, low: (bin: number) => number, high: (bin: number) => number): number {
  let [n, mean, squares] = [0, 0, 0];
  counts.forEach((count, bin) => {
    if (count > 0) {
      const value = (low(bin) + high(bin)) / 2;
      n += count;
      const change = value - mean;
      mean += (change * count) / n;
      squares += count * change * (value - mean);
    }
  });
  return Math.sqrt(squares / n);
}

/** Interpolated within its bin. */
function quantileOf(
  counts: Float64Array,
  total: number,
  probability: number,
  low: (bin: number) => number,
  high: (bin: number) => number
): number {
  let before = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    if (counts[bin] > 0 && before + counts[bin] >= probability * total) {
      return low(bin) + (high(bin) - low(bin)) * ((probability * total - before) / counts[bin]);
    }
    before += counts[bin];
  }
  return NaN;
}
