import type { Categories, Distribution, Histogram } from '../../../distribution/Distribution';
import { countsOf } from '../../../distribution/valueCounts';
import { type Aggregation, below, type Bucket, bucketsOf, numberOf } from '../client/SearchAnswer';
import { nameOf } from '../fields/nameOf';
import { asWritten } from '../fields/precision';
import { isText, type StoreField } from '../fields/StoreField';
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
export function distributionOf(
  column: Column,
  at: number,
  documents: Bucket,
  isWeighted: boolean
): CountedColumn | null {
  const { counting } = column;
  const absent = numberOf(below(documents, `missing${at}`), 'doc_count');
  if (absent === undefined) {
    return null;
  }
  const ignored = numberOf(below(below(documents, `missing${at}`), 'ignored'), 'doc_count') ?? 0;
  const values = countedWithin(column.field, `nested${at}`, documents);
  const parts = { values, at, total: documents.doc_count, absent, ignored, isWeighted };
  return counting.kind === 'edges'
    ? histogramOf(column, counting.edges ?? new Float64Array(), parts)
    : categoriesOf(column, counting.only !== undefined, parts);
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
  /** Documents are counted as often as their `_doc_count` says, numbers of values are not. */
  readonly isWeighted: boolean;
}

function histogramOf(
  { field }: Column,
  edges: Float64Array,
  { values: counts, at, total, absent, ignored, isWeighted }: Parts
): CountedColumn | null {
  const asked = askedRanges(edges, field);
  const counted = bucketsOf(counts, `range${at}`);
  const stats = below(counts, `stats${at}`);
  const held = numberOf(stats, 'count');
  if (counted.length !== asked.length || held === undefined) {
    return null;
  }
  const bins = new Float64Array(edges.length - 1);
  counted.forEach(({ doc_count: count }, i) => (bins[asked[i].bin] += count));
  const inBins = bins.reduce((sum, count) => sum + count, 0);
  const values = isWeighted ? total - absent : held;
  const distribution: Histogram = {
    kind: 'histogram',
    counts: countsOf(total, { missing: absent - ignored, mistyped: ignored }),
    edges,
    bins,
    closed: 'left',
    // A document with two values in one bucket is counted there once.
    guarantee: inBins === values && !field.coarse ? 'exact' : 'approximate',
    ...(held > 0 && momentsOf(stats, field, isWeighted)),
  };
  return { distribution, several: values !== total - absent || inBins > values, unsure: false };
}

function momentsOf(stats: Aggregation, { precision }: StoreField, isWeighted: boolean): Partial<Histogram> {
  const known = {
    minimum: 'min',
    maximum: 'max',
    ...(!isWeighted && { mean: 'avg', standardDeviation: 'std_deviation' }),
  };
  const moments = Object.entries(known).flatMap(([name, own]) => {
    const value = numberOf(stats, own);
    const isValue = own === 'min' || own === 'max';
    return value === undefined ? [] : [[name, isValue ? asWritten(value, precision) : value] as const];
  });
  return Object.fromEntries(moments) as Partial<Histogram>;
}

function categoriesOf({ field }: Column, isNamed: boolean, parts: Parts): CountedColumn | null {
  const { values: counts, at, total, absent, ignored, isWeighted } = parts;
  const terms = below(counts, `terms${at}`);
  const held = numberOf(below(counts, `size${at}`), 'value');
  if (held === undefined) {
    return null;
  }
  const { byCategory, inListed } = listedOf(bucketsOf(counts, `terms${at}`), field);
  const present = total - absent;
  const others = isNamed
    ? Math.max(0, valuesToName(field, parts, held) - inListed)
    : (numberOf(terms, 'sum_other_doc_count') ?? 0);
  // An empty text is a missing value, as in files.
  const empty = byCategory.get('') ?? 0;
  byCategory.delete('');
  const several = inListed + others > present || (!isWeighted && held !== present);
  const unsure = !isNamed && (numberOf(terms, 'doc_count_error_upper_bound') ?? 0) > 0;
  const isVague = unsure || (isNamed && several && field.kind !== 'keyword');
  // What was too long to be a keyword is some other text; what was malformed is no value of the field's type.
  const isTooLong = isText(field);
  const distribution: Categories = {
    kind: 'categories',
    counts: countsOf(total, { missing: absent - ignored + empty, mistyped: isTooLong ? 0 : ignored }),
    byCategory,
    rest: others + (isTooLong ? ignored : 0),
    guarantee: isVague ? 'approximate' : 'exact',
  };
  return { distribution, several, unsure };
}

/**
 * Each value of a document once. A number that a document holds twice is two values to the store, and one in its buckets:
 * where categories are named, it doesn't tell how many others there are.
 */
function valuesToName({ kind }: StoreField, { total, absent, isWeighted }: Parts, held: number): number {
  return kind === 'keyword' && !isWeighted ? held : total - absent;
}

/** Numbers that are written alike are one category: those of a factor are stored with errors of rounding. */
function listedOf(buckets: readonly Bucket[], field: StoreField) {
  const byCategory = new Map<string, number>();
  let inListed = 0;
  for (const bucket of buckets.filter(({ doc_count: count }) => count > 0)) {
    const name = nameOf(bucket, field);
    byCategory.set(name, (byCategory.get(name) ?? 0) + bucket.doc_count);
    inListed += bucket.doc_count;
  }
  return { byCategory, inListed };
}
