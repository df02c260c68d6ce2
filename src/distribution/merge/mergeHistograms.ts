import type { Histogram } from '../Distribution';
import { occurrencesOf } from '../occurrences';
import { infiniteAbove, infiniteBelow, numberOfValues } from '../numberOfValues';
import { addCounts } from '../valueCounts';

/**
 * Sums of counts on the edges that both histograms have; where one reaches further, its outer bins are merged into an
 * open one. Where the closings differ the counts at an edge differ by what lies on it, so that the result is marked
 * approximate.
 */
export function mergeHistograms(a: Histogram, b: Histogram): Histogram {
  if (numberOfValues(b) === 0) {
    return { ...a, counts: addCounts(a.counts, b.counts) };
  }
  if (numberOfValues(a) === 0) {
    return { ...b, counts: addCounts(a.counts, b.counts) };
  }
  const edges = sharedEdges(a, b);
  const bins = countsWithin(a, edges);
  countsWithin(b, edges).forEach((count, bin) => (bins[bin] += count));
  const isExact = a.guarantee === 'exact' && b.guarantee === 'exact' && a.closed === b.closed;
  return {
    kind: 'histogram',
    counts: addCounts(a.counts, b.counts),
    edges,
    bins,
    closed: a.closed,
    guarantee: isExact ? 'exact' : 'approximate',
    ...extremes(a, b),
    ...moments(a, b),
    ...repeats(a, b),
  };
}

/**
 * Edges at which the counts of both are known: an edge of the one lies on an edge of the other, in a bin of it that is
 * empty, or beyond all its values. Open ends where one has them.
 */
function sharedEdges(a: Histogram, b: Histogram): Float64Array {
  if (a.edges.length === b.edges.length && a.edges.every((edge, i) => edge === b.edges[i])) {
    return a.edges;
  }
  const all = Array.from(new Set([...a.edges, ...b.edges])).sort((x, y) => x - y);
  const shared = all.filter((edge) => !Number.isFinite(edge) || (isKnownAt(a, edge) && isKnownAt(b, edge)));
  // Where an outer bin was cut off from its edge, it becomes open.
  const first = shared.length === 0 || shared[0] > Math.min(a.edges[0], b.edges[0]) ? [-Infinity] : [];
  const highest = Math.max(a.edges[a.edges.length - 1], b.edges[b.edges.length - 1]);
  const last = shared.length === 0 || shared[shared.length - 1] < highest ? [Infinity] : [];
  return Float64Array.from([...first, ...shared, ...last]);
}

function isKnownAt({ edges, bins }: Histogram, x: number): boolean {
  if (x <= edges[0] || x >= edges[edges.length - 1]) {
    return true;
  }
  const next = edges.findIndex((edge) => edge >= x);
  return edges[next] === x || bins[next - 1] === 0;
}

/** Counts of a histogram between a subset of its edges, extended by open ends. */
export function countsWithin(histogram: Histogram, edges: Float64Array): Float64Array {
  const counts = new Float64Array(edges.length - 1);
  let bin = 0;
  for (let i = 0; i < histogram.bins.length; i++) {
    while (bin < counts.length - 1 && edges[bin + 1] <= histogram.edges[i]) {
      bin++;
    }
    counts[bin] += histogram.bins[i];
  }
  // A bin that became unbounded takes in what the histogram counted beside its bins.
  counts[0] += edges[0] === -Infinity ? infiniteBelow(histogram) : 0;
  counts[counts.length - 1] += edges[edges.length - 1] === Infinity ? infiniteAbove(histogram) : 0;
  return counts;
}

function extremes(a: Histogram, b: Histogram): Pick<Histogram, 'minimum' | 'maximum'> {
  return {
    ...(a.minimum !== undefined && b.minimum !== undefined && { minimum: Math.min(a.minimum, b.minimum) }),
    ...(a.maximum !== undefined && b.maximum !== undefined && { maximum: Math.max(a.maximum, b.maximum) }),
  };
}

function moments(a: Histogram, b: Histogram): Pick<Histogram, 'mean' | 'standardDeviation'> {
  if (a.mean === undefined || b.mean === undefined) {
    return {};
  }
  const weight = numberOfValues(b) / (numberOfValues(a) + numberOfValues(b));
  const gap = b.mean - a.mean;
  const mean = a.mean + weight * gap;
  if (a.standardDeviation === undefined || b.standardDeviation === undefined) {
    return { mean };
  }
  const within = (1 - weight) * a.standardDeviation ** 2 + weight * b.standardDeviation ** 2;
  return { mean, standardDeviation: Math.sqrt(within + weight * (1 - weight) * gap * gap) };
}

/** Values that either lists, counted in both as closely as each knows. */
function repeats(a: Histogram, b: Histogram): Pick<Histogram, 'repeats'> {
  if (a.repeats === undefined || b.repeats === undefined) {
    return {};
  }
  const values = new Map(
    [...a.repeats.values.keys(), ...b.repeats.values.keys()].map((value) => {
      const [inA, inB] = [occurrencesOf(a, value), occurrencesOf(b, value)];
      return [value, { low: inA.low + inB.low, high: inA.high + inB.high }] as const;
    })
  );
  return { repeats: { values, others: a.repeats.others + b.repeats.others } };
}
