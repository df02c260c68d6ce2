import { type Aggregation, below } from '../../client/SearchAnswer';
import { asWritten } from '../../fields/precision';
import type { StoreField } from '../../fields/StoreField';
import type { Aggs } from '../OutcomePart';

/** Values of a document by field; of several the first. */
export type Hit = (field: StoreField) => unknown;

/** The latest document of each bucket, with some of its fields; where no time tells, any. */
export function latestHit(fields: readonly StoreField[], time: string | undefined): Aggs {
  return {
    top_hits: {
      size: 1,
      _source: false,
      docvalue_fields: fields.map(({ counted: field, kind }) => ({
        field,
        ...(kind === 'time' && { format: 'epoch_millis' }),
      })),
      ...(time !== undefined && { sort: [{ [time]: { order: 'desc', missing: '_last', unmapped_type: 'date' } }] }),
    },
  };
}

/** From the answer to `latestHit`. */
export function hitIn(bucket: Aggregation, name: string): Hit {
  const { hits } = below(below(bucket, name), 'hits');
  const [first] = Array.isArray(hits) ? (hits as Aggregation[]) : [];
  const fields = below(first ?? {}, 'fields');
  return ({ counted }) => {
    const values = fields[counted];
    return Array.isArray(values) ? (values as unknown[])[0] : undefined;
  };
}

/** A value as text, as a category is called; null where there is none. */
export function textAt(hit: Hit, field: StoreField): string | null {
  const value = hit(field);
  if (value === undefined || value === null) {
    return null;
  }
  return field.kind === 'decimal' ? String(numberAt(hit, field)) : String(value as string | number | boolean | bigint);
}

/** A number as it was written; NaN where there is none. */
export function numberAt(hit: Hit, field: StoreField): number {
  const value = hit(field);
  return value === undefined || value === null ? NaN : asWritten(Number(value), field.precision);
}

/** Milliseconds since the epoch; NaN where there is none. */
export function timeAt(hit: Hit, field: StoreField): number {
  return Math.floor(numberAt(hit, field));
}
