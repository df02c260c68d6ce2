import type { Measure } from '../../../query/measure';
import { SourceError } from '../../SourceError';
import { type Aggregation, below, type Bucket, numberOf } from '../client/SearchAnswer';
import type { StoreFields } from '../fields/fieldsOf';
import { isNumber, type StoreField } from '../fields/StoreField';

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
  const fits = aggregate === 'count' ? isCountable : isNumber(found) || (isExtreme && found.kind === 'time');
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
  const value = field === null ? {} : { value: valueAgg(measure, field) };
  const filter =
    measure.query === undefined
      ? { match_all: {} }
      : { query_string: { query: measure.query, analyze_wildcard: true } };
  return { [`measure${at}`]: { filter, ...(field !== null && { aggs: value }) } };
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

/** The measure's value in a bucket; null where there is none to aggregate. */
export function measureOf({ measure, field }: MeasuredField, at: number, bucket: Bucket): number | null {
  const own = below(bucket, `measure${at}`);
  if (field === null) {
    return numberOf(own, 'doc_count') ?? null;
  }
  const answer = below(own, 'value');
  return measure.aggregate?.startsWith('p') ? percentileOf(answer) : (numberOf(answer, 'value') ?? null);
}

function percentileOf({ values }: Aggregation): number | null {
  const [first]: unknown[] = Array.isArray(values) ? values : [];
  return typeof first === 'object' && first !== null ? (numberOf(first as Aggregation, 'value') ?? null) : null;
}
