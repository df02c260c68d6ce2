import type { Categories, Distribution, Samples } from '../Distribution';
import { histogramFromSamples } from '../histogramFromSamples';
import { addCounts } from '../valueCounts';
import { mergeHistograms } from './mergeHistograms';
import { mergeQuantiles } from './mergeQuantiles';

/**
 * One distribution of the rows of both, as when windows are added up. Samples and categories merge exactly; histograms
 * on the edges they share; samples are counted into the buckets of a histogram. Quantiles merge approximately. Throws a
 * TypeError for counts by category beside ordered values: a feature has one type.
 */
export function mergeDistributions(a: Distribution, b: Distribution): Distribution {
  if (a.kind === 'categories' && b.kind === 'categories') {
    return mergeCategories(a, b);
  }
  if (a.kind === 'categories' || b.kind === 'categories') {
    throw new TypeError('Counts by category and ordered values cannot be merged');
  }
  if (a.kind === 'samples' && b.kind === 'samples') {
    return mergeSamples(a, b);
  }
  if (a.kind === 'quantiles' || b.kind === 'quantiles') {
    return mergeQuantiles(a, b);
  }
  const shape = a.kind === 'histogram' ? a : b.kind === 'histogram' ? b : null;
  const asHistogram = (one: typeof a | typeof b) =>
    one.kind === 'histogram' || shape === null ? one : histogramFromSamples(one, shape.edges, shape.closed);
  const [left, right] = [asHistogram(a), asHistogram(b)];
  return left.kind === 'histogram' && right.kind === 'histogram' ? mergeHistograms(left, right) : a;
}

export function mergeSamples(a: Samples, b: Samples): Samples {
  const sorted = new Float64Array(a.sorted.length + b.sorted.length);
  let i = 0;
  let j = 0;
  for (let k = 0; k < sorted.length; k++) {
    const takesFirst = j >= b.sorted.length || (i < a.sorted.length && a.sorted[i] <= b.sorted[j]);
    sorted[k] = takesFirst ? a.sorted[i++] : b.sorted[j++];
  }
  return { kind: 'samples', counts: addCounts(a.counts, b.counts), sorted };
}

/** Exact where neither has a rest; otherwise a category that one side lists may also hide in the other's rest. */
export function mergeCategories(a: Categories, b: Categories): Categories {
  const byCategory = new Map(a.byCategory);
  for (const [category, count] of b.byCategory) {
    byCategory.set(category, (byCategory.get(category) ?? 0) + count);
  }
  const mayHide =
    (a.rest > 0 && [...b.byCategory.keys()].some((key) => !a.byCategory.has(key))) ||
    (b.rest > 0 && [...a.byCategory.keys()].some((key) => !b.byCategory.has(key)));
  const isExact = a.guarantee === 'exact' && b.guarantee === 'exact' && !mayHide;
  return {
    kind: 'categories',
    counts: addCounts(a.counts, b.counts),
    byCategory,
    rest: a.rest + b.rest,
    guarantee: isExact ? 'exact' : 'approximate',
  };
}
