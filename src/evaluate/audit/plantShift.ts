import type { TimedFeature } from '../../verdict/time/TimedFeature';

/** Whether a shift can be planted: numbers in bins. */
export function isShiftable({ bins, values }: TimedFeature): boolean {
  return bins?.kind === 'edges' && bins.edges.length > 1 && values !== null;
}

/**
 * A feature whose values are larger by `size` standard deviations from a window on. Values are taken as evenly spread in
 * their bins, and those in the open bins at both ends as lying at the outermost edges.
 */
export function plantShift(feature: TimedFeature, from: number, size: number): TimedFeature {
  const { bins, values } = feature;
  if (bins?.kind !== 'edges' || values === null) {
    return feature;
  }
  const shift = size * bins.scale.deviation;
  const counts = values.counts.slice();
  for (let window = from; window < values.present.length; window++) {
    const own = counts.subarray(window * values.bins, (window + 1) * values.bins);
    own.set(shifted(own.slice(), bins.edges, shift));
  }
  return { ...feature, values: { ...values, counts } };
}

function shifted(counts: Float64Array, edges: Float64Array, shift: number): Float64Array {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const below = Float64Array.from(edges, (edge) => countUpTo(counts, edges, edge - shift));
  return Float64Array.from(counts, (_, bin) => (below[bin] ?? total) - (bin === 0 ? 0 : below[bin - 1]));
}

/** Values up to a number, interpolated in its bin. */
function countUpTo(counts: Float64Array, edges: Float64Array, value: number): number {
  if (value < edges[0]) {
    return 0;
  }
  let sum = counts[0];
  for (let bin = 1; bin < edges.length; bin++) {
    if (value < edges[bin]) {
      return sum + counts[bin] * ((value - edges[bin - 1]) / (edges[bin] - edges[bin - 1]));
    }
    sum += counts[bin];
  }
  return value > edges[edges.length - 1] ? sum + counts[edges.length] : sum;
}
