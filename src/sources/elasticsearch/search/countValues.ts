import type { Histogram } from '../../../distribution/Distribution';
import { countsOf } from '../../../distribution/valueCounts';
import type { CountValuesRequest, DistributionCell, DistributionSet, RequestOptions } from '../../Source';
import type { ElasticsearchClient } from '../client/ElasticsearchClient';
import { type Aggregation, below, type Bucket, bucketsOf, numberOf } from '../client/SearchAnswer';
import { fieldsOf } from '../fields/fieldsOf';
import { nameOf } from '../fields/nameOf';
import { isNumber } from '../fields/StoreField';
import type { Column } from './Column';
import { countUnits } from './countCells';
import type { CountedColumn } from './distributionOf';
import { knownList, LISTED } from './listedNumbers';
import { countedWithin } from './nestedAggs';
import { Remarks } from './Remarks';
import { indexOf } from './selectionQuery';
import { unitsOf } from './Unit';

/** Of so many windows and more fewer numbers are listed of each, since all of them travel. */
const FEW_WINDOWS = 16;
const LISTED_OF_MANY = 128;

/** The most frequent numbers of each cell with bounds on their counts, or exact counts of the numbers that are named. */
export async function countValues(
  { selection, features, windows, segmentBy, values }: CountValuesRequest,
  client: ElasticsearchClient,
  options: RequestOptions
): Promise<DistributionSet> {
  const fields = await fieldsOf(client, indexOf(selection), options);
  const segments = segmentBy.map((name) => fields.getPlain(name));
  const most = windows.length > FEW_WINDOWS ? LISTED_OF_MANY : LISTED;
  const columns = features
    .filter(({ since }) => since === undefined)
    .map((feature) => ({ feature, field: fields.get(feature.field ?? feature.name) }))
    .filter(({ field }) => isNumber(field) && !field.coarse)
    .map(({ feature, field }): Column => {
      const only = values?.get(feature.name)?.map(String);
      return { feature, field, counting: { kind: 'categories', ...(values === undefined ? { most } : { only }) } };
    });
  const isPlain = values === undefined && windows.length === 1 && segments.length === 0 && !selection.sampling;
  const known = isPlain ? knownCells(client, selection, windows[0], columns) : [];
  const names = new Set(known.map(({ feature }) => feature));
  const asked = columns.filter(({ feature }) => !names.has(feature.name));
  if (asked.length === 0) {
    return { cells: known, notices: [] };
  }
  const counting = { selection, columns: asked, windows, segments, read: repeatsOf };
  const units = unitsOf(asked, windows, segments.length);
  // What is to be said of the documents is said where they are counted.
  const counted = await countUnits(client, counting, units, new Remarks(), options);
  return { cells: [...known, ...counted], notices: [] };
}

/** What was listed of the same documents when types were found. */
function knownCells(
  client: ElasticsearchClient,
  selection: CountValuesRequest['selection'],
  range: CountValuesRequest['windows'][number],
  columns: readonly Column[]
): DistributionCell[] {
  return columns.flatMap((column) => {
    const list = knownList(client, selection, range, column.field.counted);
    return list === undefined
      ? []
      : [{ window: 0, segment: {}, feature: column.feature.name, distribution: listed(column, list) }];
  });
}

/** One bucket of all values, and the single numbers in it. */
function repeatsOf({ field, counting }: Column, at: number, documents: Bucket): CountedColumn | null {
  const absent = numberOf(below(documents, `missing${at}`), 'doc_count');
  const terms = below(countedWithin(field, `nested${at}`, documents), `terms${at}`);
  return absent === undefined
    ? null
    : {
        distribution: listed({ field, counting }, { terms, documents: documents.doc_count, missing: absent }),
        several: false,
        unsure: false,
      };
}

function listed(
  { field, counting }: Pick<Column, 'field' | 'counting'>,
  { terms, documents, missing }: { readonly terms: Aggregation; readonly documents: number; readonly missing: number }
): Histogram {
  const only = counting.kind === 'categories' ? counting.only : undefined;
  const buckets = bucketsOf({ terms }, 'terms');
  // Shards that didn't list a number may hold as many of it.
  const slack = numberOf(terms, 'doc_count_error_upper_bound') ?? Infinity;
  const isWhole = numberOf(terms, 'sum_other_doc_count') === 0;
  const lows = new Map<number, number>();
  for (const bucket of buckets) {
    const value = Number(nameOf(bucket, field)) + 0;
    lows.set(value, (lows.get(value) ?? 0) + bucket.doc_count);
  }
  const isExact = [...lows.keys()].every((value) => !Number.isInteger(value) || Number.isSafeInteger(value));
  const isNamed = only !== undefined;
  only?.forEach((name) => lows.set(Number(name), lows.get(Number(name)) ?? 0));
  const least = buckets.reduce((low, bucket) => Math.min(low, bucket.doc_count), Infinity);
  return {
    kind: 'histogram',
    counts: countsOf(documents, { missing }),
    edges: Float64Array.of(-Infinity, Infinity),
    bins: Float64Array.of(documents - missing),
    closed: 'left',
    guarantee: 'exact',
    repeats: isExact
      ? {
          values: new Map([...lows].map(([value, low]) => [value, { low, high: low + (isNamed ? 0 : slack) }])),
          others: isNamed ? Infinity : isWhole ? slack : least + slack,
        }
      : { values: new Map(), others: Infinity },
  };
}
