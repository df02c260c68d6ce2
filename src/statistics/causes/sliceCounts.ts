import type { Categories, Distribution, Histogram, Samples } from '../../distribution/Distribution';
import { histogramFromSamples } from '../../distribution/histogramFromSamples';
import { countsWithin } from '../../distribution/merge/mergeHistograms';
import { numberOfValues } from '../../distribution/numberOfValues';
import { occurrencesOf } from '../../distribution/occurrences';
import type { SliceCounts, SlicedCounts } from './SlicedCounts';

/** What is counted of the slices: their values, whether there is one, or how often one of them occurs. */
export type Counted =
  | { readonly kind: 'values' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'category'; readonly category: string }
  | { readonly kind: 'value'; readonly value: number };

/**
 * The distributions of slices on both sides at shared positions: all different values of samples, the edges that all
 * histograms have, all categories. Null where they can't be added up: quantiles.
 */
export function sliceCounts(
  baseline: readonly Distribution[],
  current: readonly Distribution[],
  counted: Counted
): SlicedCounts | null {
  const all = [...baseline, ...current];
  if (counted.kind !== 'values') {
    const two = (side: readonly Distribution[]) => side.map((one) => twoCounts(one, counted));
    return { places: { kind: 'categories', size: 2 }, baseline: two(baseline), current: two(current) };
  }
  if (all.every((one) => one.kind === 'categories')) {
    return ofCategories(baseline, current);
  }
  const filled = all.filter((one) => numberOfValues(one) > 0);
  if (filled.some(({ kind }) => kind === 'quantiles' || kind === 'categories')) {
    return null;
  }
  return filled.every(({ kind }) => kind === 'samples')
    ? ofSamples(baseline, current)
    : ofHistograms(baseline, current);
}

function twoCounts(distribution: Distribution, counted: Exclude<Counted, { kind: 'values' }>): SliceCounts {
  const { counts } = distribution;
  const total = counted.kind === 'missing' ? counts.total : numberOfValues(distribution);
  const has = counted.kind === 'missing' ? counts.missing + counts.nan : occurring(distribution, counted);
  return sparse(Float64Array.of(has, total - has));
}

function occurring(
  distribution: Distribution,
  counted: Extract<Counted, { kind: 'category' } | { kind: 'value' }>
): number {
  if (counted.kind === 'category') {
    return distribution.kind === 'categories' ? (distribution.byCategory.get(counted.category) ?? 0) : 0;
  }
  if (distribution.kind === 'categories' || distribution.kind === 'quantiles') {
    return 0;
  }
  const { low, high } = occurrencesOf(distribution, counted.value);
  return Number.isFinite(high) ? (low + high) / 2 : low;
}

/** All positions that have values. */
function sparse(dense: Float64Array): SliceCounts {
  const position = Int32Array.from(dense.keys()).filter((at) => dense[at] > 0);
  const count = Float64Array.from(position, (at) => dense[at]);
  return { position, count, total: count.reduce((sum, one) => sum + one, 0) };
}

function ofCategories(baseline: readonly Distribution[], current: readonly Distribution[]): SlicedCounts {
  const sides = [baseline, current].map((side) => side.filter((one): one is Categories => one.kind === 'categories'));
  const names = new Map<string, number>();
  sides
    .flat()
    .forEach(({ byCategory }) => byCategory.forEach((_, name) => names.set(name, names.get(name) ?? names.size)));
  const size = names.size + 1;
  const [before, after] = sides.map((side) =>
    side.map(({ byCategory, rest }) => {
      const dense = new Float64Array(size);
      byCategory.forEach((count, name) => (dense[names.get(name) ?? 0] += count));
      dense[size - 1] = rest;
      return sparse(dense);
    })
  );
  return { places: { kind: 'categories', size }, baseline: before, current: after };
}

function ofSamples(baseline: readonly Distribution[], current: readonly Distribution[]): SlicedCounts {
  const values = differentValues([...baseline, ...current].map(sortedOf));
  const counts = (side: readonly Distribution[]) => side.map((one) => atValues(sortedOf(one), values));
  return { places: { kind: 'points', values }, baseline: counts(baseline), current: counts(current) };
}

const NONE = new Float64Array();

function sortedOf(distribution: Distribution): Float64Array {
  return distribution.kind === 'samples' ? distribution.sorted : NONE;
}

function differentValues(all: readonly Float64Array[]): Float64Array {
  const pooled = new Float64Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const one of all) {
    pooled.set(one, at);
    at += one.length;
  }
  pooled.sort();
  let kept = 0;
  for (let i = 0; i < pooled.length; i++) {
    // -0 and 0 are one value.
    const value = pooled[i] + 0;
    if (kept === 0 || value !== pooled[kept - 1]) {
      pooled[kept++] = value;
    }
  }
  return pooled.slice(0, kept);
}

function atValues(sorted: Float64Array, values: Float64Array): SliceCounts {
  const position = new Int32Array(sorted.length);
  const count = new Float64Array(sorted.length);
  let entries = 0;
  let low = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i > 0 && sorted[i] === sorted[i - 1]) {
      count[entries - 1]++;
      continue;
    }
    low = placeOf(sorted[i], values, low);
    position[entries] = low;
    count[entries++] = 1;
  }
  return { position: position.slice(0, entries), count: count.slice(0, entries), total: sorted.length };
}

/** Index of a value that is among the values, from an index on: near ones first, since both are ascending. */
function placeOf(value: number, values: Float64Array, from: number): number {
  let step = 1;
  let low = from;
  while (low + step < values.length && values[low + step] <= value) {
    low += step;
    step *= 2;
  }
  let high = Math.min(values.length - 1, low + step);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (values[middle] <= value) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

type Ordered = Samples | Histogram;

function ofHistograms(baseline: readonly Distribution[], current: readonly Distribution[]): SlicedCounts {
  const isOrdered = (one: Distribution): one is Ordered => one.kind === 'samples' || one.kind === 'histogram';
  const ordered = [...baseline, ...current].filter(isOrdered);
  const histograms = ordered.filter((one): one is Histogram => one.kind === 'histogram' && numberOfValues(one) > 0);
  const shared = sharedEdges(histograms);
  const { closed } = histograms[0];
  const asBins = (one: Distribution): SliceCounts => {
    if (!isOrdered(one) || numberOfValues(one) === 0) {
      return sparse(new Float64Array(shared.length - 1));
    }
    const histogram = one.kind === 'samples' ? histogramFromSamples(one, shared, closed) : one;
    const { mean, standardDeviation } = histogram;
    return {
      ...sparse(countsWithin(histogram, shared)),
      ...(mean !== undefined && { mean }),
      ...(standardDeviation !== undefined && { deviation: standardDeviation }),
    };
  };
  return {
    places: { kind: 'bins', edges: withLimits(shared, histograms) },
    baseline: baseline.map(asBins),
    current: current.map(asBins),
  };
}

/** The edges that all have; open beyond the outer ones, so that nothing lies outside. */
function sharedEdges(histograms: readonly Histogram[]): Float64Array {
  const [first, ...others] = histograms;
  const sets = others.filter(({ edges }) => edges !== first.edges).map(({ edges }) => new Set(edges));
  const shared = [...first.edges].filter((edge) => sets.every((set) => set.has(edge)));
  return Float64Array.from(new Set([-Infinity, ...shared, Infinity])).sort();
}

/** The outer edges drawn in to the smallest and the largest of all values, where every histogram knows them. */
function withLimits(edges: Float64Array, histograms: readonly Histogram[]): Float64Array {
  const limited = edges.slice();
  const last = edges.length - 1;
  const minimum = Math.min(...histograms.map((one) => one.minimum ?? lowest(one)));
  const maximum = Math.max(...histograms.map((one) => one.maximum ?? highest(one)));
  if (minimum > -Infinity && minimum <= edges[1]) {
    limited[0] = minimum;
  }
  if (maximum < Infinity && maximum >= edges[last - 1]) {
    limited[last] = maximum;
  }
  return limited;
}

function lowest({ edges, bins }: Histogram): number {
  const first = bins.findIndex((count) => count > 0);
  return edges[first];
}

function highest({ edges, bins }: Histogram): number {
  const last = bins.findLastIndex((count) => count > 0);
  return edges[last + 1];
}
