import type { Categories, Distribution, Histogram } from '../../../distribution/Distribution';
import { countsOf } from '../../../distribution/valueCounts';
import { type Aggregation, below, type Bucket, bucketsOf, keyOf, numberOf } from '../client/SearchAnswer';
import type { Column } from './Column';
import { askedRanges } from './countAggs';
import { countedWithin } from './nestedAggs';

/** A column's distribution among the documents of a bucket, and what is to be said of it. */
export interface CountedColumn {
  readonly distribution: Distribution;
  /** Documents hold several values of it. */
  readonly several: boolean;
  /** Counts of categories may be too low: not every shard named every category that is listed. */
  readonly unsure: boolean;
}

/** Null where the store's answer doesn't fit what was asked. */
export function distributionOf(column: Column, at: number, documents: Bucket): CountedColumn | null {
  const { counting } = column;
  const absent = numberOf(below(documents, `missing${at}`), 'doc_count');
  if (absent === undefined) {
    return null;
  }
  const ignored = numberOf(below(below(documents, `missing${at}`), 'ignored'), 'doc_count') ?? 0;
  const values = countedWithin(column.field, `nested${at}`, documents);
  const parts = { values, at, total: documents.doc_count, absent, ignored };
  return counting.kind === 'edges'
    ? histogramOf(column, counting.edges ?? new Float64Array(), parts)
    : categoriesOf(counting.only !== undefined, parts);
}

interface Parts {
  /** Where the column's own counts are. */
  readonly values: Aggregation;
  readonly at: number;
  readonly total: number;
  /** Documents without a value that is stored. */
  readonly absent: number;
  /** … of which held one that could not be stored. */
  readonly ignored: number;
}

function histogramOf(
  { field }: Column,
  edges: Float64Array,
  { values: counts, at, total, absent, ignored }: Parts
): CountedColumn | null {
  const asked = askedRanges(edges, field);
  const counted = bucketsOf(counts, `range${at}`);
  const stats = below(counts, `stats${at}`);
  const values = numberOf(stats, 'count');
  if (counted.length !== asked.length || values === undefined) {
    return null;
  }
  const bins = new Float64Array(edges.length - 1);
  counted.forEach(({ doc_count: count }, i) => (bins[asked[i].bin] += count));
  const inBins = bins.reduce((sum, count) => sum + count, 0);
  const known = { minimum: 'min', maximum: 'max', mean: 'avg', standardDeviation: 'std_deviation' };
  const moments = Object.entries(known).flatMap(([name, own]) => {
    const value = numberOf(stats, own);
    return value === undefined || values === 0 ? [] : [[name, value] as const];
  });
  const distribution: Histogram = {
    kind: 'histogram',
    counts: countsOf(total, { missing: absent - ignored, mistyped: ignored }),
    edges,
    bins,
    closed: 'left',
    // A document with two values in one bucket is counted there once.
    guarantee: inBins === values && !field.coarse ? 'exact' : 'approximate',
    ...(Object.fromEntries(moments) as Partial<Histogram>),
  };
  return { distribution, several: values !== total - absent, unsure: false };
}

function categoriesOf(isNamed: boolean, { values: counts, at, total, absent, ignored }: Parts): CountedColumn | null {
  const terms = below(counts, `terms${at}`);
  const values = numberOf(below(counts, `size${at}`), 'value');
  if (values === undefined) {
    return null;
  }
  const listed = bucketsOf(counts, `terms${at}`).filter(({ doc_count: count }) => count > 0);
  const byCategory = new Map<string, number>();
  for (const bucket of listed) {
    // Whole numbers beyond 2^53 are read as the nearest double: several may be one then.
    byCategory.set(keyOf(bucket), (byCategory.get(keyOf(bucket)) ?? 0) + bucket.doc_count);
  }
  const rest = values - listed.reduce((sum, { doc_count: count }) => sum + count, 0);
  // An empty text is a missing value, as in files.
  const empty = byCategory.get('') ?? 0;
  byCategory.delete('');
  const unsure = !isNamed && (numberOf(terms, 'doc_count_error_upper_bound') ?? 0) > 0;
  const distribution: Categories = {
    kind: 'categories',
    counts: countsOf(total, { missing: absent - ignored + empty }),
    byCategory,
    rest: rest + ignored,
    guarantee: unsure ? 'approximate' : 'exact',
  };
  return { distribution, several: values !== total - absent, unsure };
}
