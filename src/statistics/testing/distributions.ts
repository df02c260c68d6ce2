import type { Categories, Histogram, Quantiles, Samples, ValueCounts } from '../../distribution/Distribution';

/** Distributions made by hand, for tests. */
export function categoriesOf(
  counts: Readonly<Record<string, number>> | ReadonlyArray<readonly [string, number]>,
  extra: { readonly rest?: number; readonly missing?: number; readonly guarantee?: 'exact' | 'approximate' } = {}
): Categories {
  const entries = Array.isArray(counts) ? (counts as ReadonlyArray<readonly [string, number]>) : Object.entries(counts);
  const byCategory = new Map<string, number>(entries);
  const { rest = 0, missing = 0, guarantee = 'exact' } = extra;
  const values = [...byCategory.values()].reduce((sum, count) => sum + count, rest);
  return { kind: 'categories', counts: countsOf(values + missing, missing), byCategory, rest, guarantee };
}

/** Categories c0, c1, … with these counts. */
export function categoriesWith(counts: readonly number[]): Categories {
  return categoriesOf(counts.map((count, i) => [`c${i}`, count] as const));
}

export function samplesOf(values: readonly number[], missing = 0): Samples {
  const sorted = Float64Array.from(values.filter((value) => !Number.isNaN(value))).sort();
  const nan = values.length - sorted.length;
  return { kind: 'samples', counts: { ...countsOf(values.length + missing, missing), nan }, sorted };
}

export function histogramOf(
  edges: readonly number[],
  bins: readonly number[],
  closed: 'left' | 'right' = 'right'
): Histogram {
  return {
    kind: 'histogram',
    counts: countsOf(bins.reduce((sum, count) => sum + count, 0)),
    edges: Float64Array.from(edges),
    bins: Float64Array.from(bins),
    closed,
    guarantee: 'exact',
  };
}

export function quantilesOf(total: number, probabilities: readonly number[], values: readonly number[]): Quantiles {
  return {
    kind: 'quantiles',
    counts: countsOf(total),
    probabilities: Float64Array.from(probabilities),
    values: Float64Array.from(values),
  };
}

function countsOf(total: number, missing = 0): ValueCounts {
  return { total, missing, nan: 0, positiveInfinity: 0, negativeInfinity: 0, mistyped: 0 };
}
