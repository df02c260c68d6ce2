import type { Histogram, Samples } from './Distribution';

/**
 * Counts of raw values between edges. Values beyond finite outer edges get an open bin of their own, so that none is
 * lost; infinite values lie in the open bins. `edges` must be strictly ascending, at least two.
 */
export function histogramFromSamples(
  { sorted, counts }: Samples,
  edges: ArrayLike<number>,
  closed: 'left' | 'right' = 'left'
): Histogram {
  const all = withOpenEnds(sorted, edges, closed);
  const bins = new Float64Array(all.length - 1);
  let from = 0;
  for (let bin = 0; bin < bins.length; bin++) {
    const to = bin === bins.length - 1 ? sorted.length : countBelow(sorted, all[bin + 1], closed === 'right');
    bins[bin] = to - from;
    from = to;
  }
  return { kind: 'histogram', counts, edges: all, bins, closed, guarantee: 'exact' };
}

/** How many of the ascending values are less than x, or at most x where `inclusive`. */
export function countBelow(sorted: Float64Array, x: number, inclusive: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < x || (inclusive && sorted[middle] === x)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function withOpenEnds(sorted: Float64Array, edges: ArrayLike<number>, closed: 'left' | 'right'): Float64Array {
  const all = Array.from(edges);
  const first = all[0];
  const last = all[all.length - 1];
  const smallest = sorted[0];
  const largest = sorted[sorted.length - 1];
  if (first !== -Infinity && (smallest < first || (closed === 'right' && smallest === first))) {
    all.unshift(-Infinity);
  }
  if (last !== Infinity && (largest > last || (closed === 'left' && largest === last))) {
    all.push(Infinity);
  }
  return Float64Array.from(all);
}
