import type { Distribution, Histogram, Quantiles } from '../../distribution/Distribution';
import { infiniteBelow, numberOfValues } from '../../distribution/numberOfValues';
import { lowerBound, upperBound } from './bounds';

/**
 * How many values lie below each of the ascending cuts, or at it where bins are closed on the right. Exact for samples,
 * and for a histogram at edges of its own; between edges and between quantiles by straight lines.
 */
export function cumulativeCounts(
  distribution: Distribution,
  cuts: readonly number[],
  closed: 'left' | 'right'
): Float64Array {
  switch (distribution.kind) {
    case 'samples': {
      const count = closed === 'right' ? upperBound : lowerBound;
      return Float64Array.from(cuts, (cut) => count(distribution.sorted, cut));
    }
    case 'histogram':
      return ofHistogram(distribution, cuts);
    case 'quantiles': {
      const total = numberOfValues(distribution);
      return Float64Array.from(cuts, (cut) => quantileShare(distribution, cut) * total);
    }
    case 'categories':
      throw new TypeError('categories have no order');
  }
}

function ofHistogram(histogram: Histogram, cuts: readonly number[]): Float64Array {
  const { edges, bins } = histogram;
  const counts = new Float64Array(cuts.length);
  let bin = 0;
  let below = infiniteBelow(histogram);
  for (let i = 0; i < cuts.length; i++) {
    while (bin < bins.length && edges[bin + 1] <= cuts[i]) {
      below += bins[bin];
      bin += 1;
    }
    counts[i] = below;
    if (bin < bins.length && edges[bin] < cuts[i]) {
      const low = edges[bin];
      const high = edges[bin + 1];
      // Nothing is known of where values lie in a bucket without an end: they are taken to be at its one edge.
      const share = low === -Infinity ? 0 : high === Infinity ? 1 : (cuts[i] - low) / (high - low);
      counts[i] += share * bins[bin];
    }
  }
  return counts;
}

function quantileShare({ probabilities, values }: Quantiles, cut: number): number {
  const above = upperBound(values, cut);
  if (above === 0) {
    return 0;
  }
  if (above === values.length) {
    return 1;
  }
  const low = values[above - 1];
  const share = Number.isFinite(low) && Number.isFinite(values[above]) ? (cut - low) / (values[above] - low) : 0;
  return probabilities[above - 1] + share * (probabilities[above] - probabilities[above - 1]);
}
