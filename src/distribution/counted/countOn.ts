import type { Categories, Distribution, Histogram } from '../Distribution';
import { countBelow } from '../histogramFromSamples';
import { infiniteAbove, infiniteBelow } from '../numberOfValues';
import { spelledAs } from '../spelledAs';
import { binsOf, type CategoriesShape, type CountedShape, type CutsShape } from './CountedShape';

/**
 * How many values lie in each bin of a shape. Null where that is not certain: a cut lies within a bucket that holds values,
 * values lie on the other side of cuts, or only quantiles are known.
 */
export function countOn(distribution: Distribution, shape: CountedShape): Float64Array | null {
  if (shape.kind === 'categories') {
    return distribution.kind === 'categories' ? countCategories(distribution, shape) : null;
  }
  switch (distribution.kind) {
    case 'samples': {
      const { sorted } = distribution;
      return differences(shape, sorted.length, (cut) => countBelow(sorted, cut, shape.closed === 'right'));
    }
    case 'histogram':
      return countBuckets(distribution, shape);
    case 'categories':
    case 'quantiles':
      return null;
  }
}

function countCategories(counts: Categories, shape: CategoriesShape): Float64Array {
  const bins = new Float64Array(binsOf(shape));
  const at = new Map(shape.categories.map((category, i) => [category, i]));
  const rest = shape.categories.length;
  for (const [category, count] of spelledAs(at, counts).byCategory) {
    bins[at.get(category) ?? rest] += count;
  }
  bins[rest] += counts.rest;
  return bins;
}

function countBuckets(histogram: Histogram, shape: CutsShape): Float64Array | null {
  const { edges, bins } = histogram;
  const size = bins.reduce((sum, count) => sum + count, infiniteBelow(histogram) + infiniteAbove(histogram));
  if (size > 0 && histogram.closed !== shape.closed) {
    return null;
  }
  let [bucket, below, isCertain] = [0, infiniteBelow(histogram), true];
  const counts = differences(shape, size, (cut) => {
    while (bucket < bins.length && edges[bucket + 1] <= cut) {
      below += bins[bucket++];
    }
    isCertain &&= !isWithin(histogram, bucket, cut);
    return bucket === bins.length ? size - (edges[bucket] === Infinity ? 0 : infiniteAbove(histogram)) : below;
  });
  return isCertain ? counts : null;
}

/** Whether a cut parts the values of a bucket, so that it is not known how many lie below. */
function isWithin({ edges, bins }: Histogram, bucket: number, cut: number): boolean {
  return bucket < bins.length && edges[bucket] < cut && bins[bucket] > 0;
}

/** `upTo` is asked for the cuts in ascending order. */
function differences(shape: CutsShape, size: number, upTo: (cut: number) => number): Float64Array {
  const counts = new Float64Array(binsOf(shape));
  let before = 0;
  shape.edges.forEach((cut, i) => {
    const below = upTo(cut);
    counts[i] = below - before;
    before = below;
  });
  counts[counts.length - 1] = size - before;
  return counts;
}
