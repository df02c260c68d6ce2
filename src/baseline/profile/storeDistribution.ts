import type { Categories, Distribution, Histogram, Samples } from '../../distribution/Distribution';
import { foldCategories } from '../../distribution/foldCategories';
import { histogramFromSamples } from '../../distribution/histogramFromSamples';
import { momentsOf } from '../../distribution/moments';
import { nextDouble } from '../../distribution/nextDouble';
import type { StoredDistribution } from './profileSchema';

/** A value may lie anywhere within its bin: with so many, a KS distance is known to within about 0.005. */
const MOST_BINS = 500;
const MOST_CATEGORIES = 5000;
/** Digits that the ends keep where single values are not to be shown. */
const DIGITS_SHOWN = 2;

/**
 * A distribution small enough to keep: counts between edges instead of raw numbers. Bins and categories of fewer than
 * `minimumCount` rows are merged, and so are the ends of the range rounded outwards. Throws a TypeError for quantiles.
 */
export function storeDistribution(distribution: Distribution, minimumCount: number): StoredDistribution {
  switch (distribution.kind) {
    case 'samples':
      return storeHistogram({ ...binned(distribution, minimumCount), ...declaredBy(distribution) });
    case 'histogram':
      return storeHistogram(minimumCount > 1 ? mergedBins(distribution, minimumCount) : distribution);
    case 'categories':
      return storeCategories(distribution, minimumCount);
    case 'quantiles':
      throw new TypeError('Quantiles are approximate, and no baseline to keep.');
  }
}

export function restoreDistribution(stored: StoredDistribution): Histogram | Categories {
  if (stored.kind === 'categories') {
    const { categories, ...rest } = stored;
    return { ...rest, byCategory: new Map(categories) };
  }
  return { ...stored, edges: Float64Array.from(stored.edges, Number), bins: Float64Array.from(stored.bins) };
}

/** Only where something is said. */
function declaredBy({ declared }: Samples): Pick<Histogram, 'declared'> {
  return declared === undefined ? {} : { declared };
}

function binned(samples: Samples, minimumCount: number): Histogram {
  const finite = samples.sorted.filter(Number.isFinite);
  if (finite.length === 0) {
    return histogramFromSamples(samples, [0, 1]);
  }
  const edges = edgesOf(finite, minimumCount);
  const moments = momentsOf(samples.sorted);
  const isShown = minimumCount <= 1;
  return {
    ...histogramFromSamples(samples, edges),
    ...(isShown && { minimum: samples.sorted[0], maximum: samples.sorted[samples.sorted.length - 1] }),
    ...(moments !== null && { mean: moments.mean, standardDeviation: moments.deviation }),
  };
}

function edgesOf(sorted: Float64Array, minimumCount: number): number[] {
  return minimumCount > 1 ? mergedEdges(sorted, minimumCount) : fineEdges(sorted);
}

/**
 * Bins of about equally many values. One that occurs as often as that has a bin of its own, which holds no other number:
 * so has every value where there are few, and ties stay ties.
 */
function fineEdges(sorted: Float64Array): number[] {
  const isFirst = (value: number, i: number) => i === 0 || value !== sorted[i - 1];
  const starts = Int32Array.from(sorted.keys()).filter((i) => isFirst(sorted[i], i));
  const least = 2 * starts.length <= MOST_BINS ? 1 : sorted.length / MOST_BINS;
  const edges = [sorted[0]];
  let begun = 0;
  starts.forEach((start, at) => {
    const value = sorted[start];
    const repeats = (starts[at + 1] ?? sorted.length) - start;
    if (value > edges[edges.length - 1] && (repeats >= least || start - begun >= least)) {
      edges.push(value);
      begun = start;
    }
    if (repeats >= least) {
      edges.push(nextDouble(value));
      begun = start + repeats;
    }
  });
  const end = nextDouble(sorted[sorted.length - 1]);
  return end > edges[edges.length - 1] ? [...edges, end] : edges;
}

/** Each bin holds at least the minimum, and the outer ends are those of no value. */
function mergedEdges(sorted: Float64Array, minimumCount: number): number[] {
  const least = Math.max(minimumCount, sorted.length / MOST_BINS);
  const edges = [roundOutwards(sorted[0], -1)];
  let begun = 0;
  for (let i = 1; i < sorted.length; i++) {
    if (sorted[i] !== sorted[i - 1] && i - begun >= least) {
      edges.push(sorted[i]);
      begun = i;
    }
  }
  if (edges.length > 1 && sorted.length - begun < minimumCount) {
    edges.pop();
  }
  return [...edges, roundOutwards(nextDouble(sorted[sorted.length - 1]), 1)];
}

/** The same of what a store counted: its edges stay, but those between too few. Where all are too few there is one bin. */
function mergedBins(histogram: Histogram, minimumCount: number): Histogram {
  const { edges, bins, minimum: _least, maximum: _most, ...rest } = histogram;
  const kept: number[] = [];
  const merged: number[] = [];
  let count = 0;
  bins.forEach((rows, i) => {
    count += rows;
    if (count >= minimumCount) {
      kept.push(edges[i + 1]);
      merged.push(count);
      count = 0;
    }
  });
  if (kept.length === 0) {
    kept.push(edges[edges.length - 1]);
    merged.push(0);
  }
  kept[kept.length - 1] = roundOutwards(edges[edges.length - 1], 1);
  merged[merged.length - 1] += count;
  return {
    ...rest,
    edges: Float64Array.of(roundOutwards(edges[0], -1), ...kept),
    bins: Float64Array.from(merged),
  };
}

function roundOutwards(value: number, direction: 1 | -1): number {
  if (!Number.isFinite(value)) {
    return value;
  }
  if (value === 0) {
    return direction > 0 ? Number.MIN_VALUE : 0;
  }
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(value))) - DIGITS_SHOWN + 1);
  const rounded = (direction > 0 ? Math.ceil(value / unit) : Math.floor(value / unit)) * unit;
  return direction > 0 ? Math.max(rounded, value) : Math.min(rounded, value);
}

function storeHistogram({ edges, bins, ...rest }: Histogram): StoredDistribution {
  const written = Array.from(edges, (edge) =>
    edge === Infinity ? 'Infinity' : edge === -Infinity ? '-Infinity' : edge
  );
  // Values that repeat have buckets of their own.
  const { minimum, maximum, mean, standardDeviation, repeats: _repeats, ...own } = rest;
  const known = Object.entries({ minimum, maximum, mean, standardDeviation }).filter(
    ([, value]) => value !== undefined && Number.isFinite(value)
  );
  return { ...own, ...Object.fromEntries(known), edges: written, bins: Array.from(bins) };
}

function storeCategories(categories: Categories, minimumCount: number): StoredDistribution {
  const kept = [...categories.byCategory]
    .filter(([, count]) => count >= minimumCount)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST_CATEGORIES);
  const { byCategory, written: _, ...folded } = foldCategories(categories, new Set(kept.map(([name]) => name)));
  return { ...folded, categories: kept };
}
