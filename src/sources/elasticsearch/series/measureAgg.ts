import type { Measure } from '../../../query/measure';
import { SourceError } from '../../SourceError';
import { type Aggregation, below, type Bucket, numberOf } from '../client/SearchAnswer';
import { asWritten } from '../fields/precision';
import { isNumber, type StoreField } from '../fields/StoreField';
import type { StoreFields } from '../fields/StoreFields';
import { hasValue } from '../search/valueOf';

/** A measure with the field that it aggregates; null where it counts documents. */
export interface MeasuredField {
  readonly measure: Measure;
  readonly field: StoreField | null;
}

/** Throws a SourceError where the field holds nothing that can be aggregated so. */
export function measuredField(measure: Measure, fields: StoreFields): MeasuredField {
  const { name, aggregate, field } = measure;
  if (field === undefined) {
    return { measure, field: null };
  }
  const found = fields.getPlain(field);
  const isExtreme = aggregate === 'min' || aggregate === 'max';
  const isCountable = found.kind !== 'text' && found.kind !== 'other';
  const isSummed = found.mapped === 'histogram' || (found.kind === 'summary' && !aggregate?.startsWith('p'));
  const fits =
    aggregate === 'count' ? isCountable : isNumber(found) || isSummed || (isExtreme && found.kind === 'time');
  if (!fits) {
    throw new SourceError(
      `${fields.place}: the measure "${name}" is the ${aggregate} of "${field}" of "${fields.index}", mapped as ${found.mapped}, which has none: choose ${aggregate === 'count' ? 'a keyword field' : 'a field of numbers'}.`,
      { status: 422, side: 'downstream' }
    );
  }
  return { measure, field: found };
}

/** More than the stores' 100: OpenSearch's sketch is coarse where many values are equal. About 10 kB for each bucket. */
const COMPRESSION = 500;

type Aggs = Readonly<Record<string, unknown>>;

/** What is asked of the store for the measure at a place among all. */
export function measureAgg({ measure, field }: MeasuredField, at: number): Aggs {
  const value = field === null ? {} : { value: valueAgg(measure, field), ...(tellsSeveral(field) && sizeAggs(field)) };
  const filter =
    measure.query === undefined
      ? { match_all: {} }
      : { query_string: { query: measure.query, analyze_wildcard: true } };
  return { [`measure${at}`]: { filter, ...(field !== null && { aggs: value }) } };
}

/** Whether a document holds one value, is asked of what is told by values: not of times, nor of what is aggregated already. */
function tellsSeveral({ kind }: StoreField): boolean {
  return kind !== 'time' && kind !== 'summary';
}

/** How many values there are, and how many documents hold some. */
function sizeAggs(field: StoreField): Aggs {
  return { size: { value_count: { field: field.counted } }, held: { filter: hasValue(field) } };
}

function valueAgg({ aggregate = 'count' }: Measure, { counted: field }: StoreField): Aggs {
  switch (aggregate) {
    case 'count':
      return { value_count: { field } };
    case 'sum':
    case 'avg':
    case 'min':
    case 'max':
      return { [aggregate]: { field } };
    default:
      return {
        percentiles: {
          field,
          percents: [Number(aggregate.slice(1))],
          keyed: false,
          tdigest: { compression: COMPRESSION },
        },
      };
  }
}

export interface MeasuredBucket {
  /** Null where there is nothing to aggregate. */
  readonly value: number | null;
  /** Documents hold several values of the field. */
  readonly several: boolean;
}

/** The measure in a bucket. `isWeighted`: documents count as often as their `_doc_count` says, values don't. */
export function measureOf(
  { measure, field }: MeasuredField,
  at: number,
  bucket: Bucket,
  isWeighted: boolean
): MeasuredBucket {
  const own = below(bucket, `measure${at}`);
  if (field === null) {
    return { value: numberOf(own, 'doc_count') ?? null, several: false };
  }
  const answer = below(own, 'value');
  const size = numberOf(below(own, 'size'), 'value');
  const held = numberOf(below(own, 'held'), 'doc_count');
  const several = !isWeighted && size !== undefined && held !== undefined && size > held;
  if (measure.aggregate === 'count' && isWeighted && held !== undefined) {
    return { value: held, several };
  }
  const value = measure.aggregate?.startsWith('p') ? percentileOf(answer) : (numberOf(answer, 'value') ?? null);
  const isValue = measure.aggregate === 'min' || measure.aggregate === 'max';
  return { value: value !== null && isValue ? asWritten(value, field.precision) : value, several };
}

function percentileOf({ values }: Aggregation): number | null {
  const [first]: unknown[] = Array.isArray(values) ? values : [];
  return typeof first === 'object' && first !== null ? (numberOf(first as Aggregation, 'value') ?? null) : null;
}
