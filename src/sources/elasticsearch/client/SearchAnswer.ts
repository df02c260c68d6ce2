/** An aggregation's answer, or a bucket's: what is in it depends on what was asked. */
export interface Aggregation {
  readonly [name: string]: unknown;
}

/** A bucket, with its own aggregations beside its count. */
export interface Bucket extends Aggregation {
  readonly doc_count: number;
}

/** What of a document was asked for. */
export interface Row {
  /** Values by field: one without any is left out. */
  readonly fields: Readonly<Record<string, readonly unknown[] | undefined>>;
  /** The document itself, or a part of it. */
  readonly source?: unknown;
}

/** A search that every shard answered in time. */
export interface SearchAnswer {
  /** Where documents were asked for. */
  readonly rows?: readonly Row[];
  readonly total: number;
  readonly aggregations: Aggregation;
}

/** An aggregation below another; an empty one where it is not there. */
export function below(parent: Aggregation, name: string): Aggregation {
  const child = parent[name];
  return typeof child === 'object' && child !== null ? (child as Aggregation) : {};
}

/** The buckets of an aggregation below another. */
export function bucketsOf(parent: Aggregation, name: string): Bucket[] {
  const { buckets } = below(parent, name);
  return Array.isArray(buckets) ? (buckets as Bucket[]) : [];
}

/** A number of an aggregation; undefined where it is null, as for the mean of nothing. */
export function numberOf(aggregation: Aggregation, name: string): number | undefined {
  const value = aggregation[name];
  return typeof value === 'bigint' ? Number(value) : typeof value === 'number' ? value : undefined;
}

/** A bucket's value as text, as a category is called. */
export function keyOf(bucket: Bucket): string {
  const { key_as_string: text, key } = bucket;
  return typeof text === 'string' ? text : String(key);
}
