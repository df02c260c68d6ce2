const NUMBERS = new Set(['doc_count', 'count', 'min', 'max', 'avg', 'sum', 'value', 'std_deviation', 'from', 'to']);
/** How a store writes numbers that JSON has none for. */
const NO_NUMBER = /^[+-]?(NaN|Infinity)$/;

/**
 * Whether the answer to aggregations has the types that the API gives it, at every depth: each is an object, buckets are
 * objects with a count, figures are numbers or null.
 */
export function isAggregations(answer: unknown): boolean {
  return isObject(answer) && Object.values(answer).every(isAggregation);
}

function isAggregation(answer: unknown): boolean {
  return isObject(answer) && Object.entries(answer).every(([name, value]) => isPart(name, value));
}

function isPart(name: string, value: unknown): boolean {
  if (name === 'buckets') {
    return (Array.isArray(value) || isObject(value)) && Object.values(value).every(isBucket);
  }
  if (NUMBERS.has(name) && !isObject(value)) {
    return isFigure(value);
  }
  return !isObject(value) || isAggregation(value);
}

function isBucket(bucket: unknown): boolean {
  return isObject(bucket) && isCount(bucket.doc_count) && isAggregation(withoutKey(bucket));
}

/** A bucket of several fields has an object as its key. */
function withoutKey({ key: _, ...bucket }: Readonly<Record<string, unknown>>) {
  return bucket;
}

function isCount(count: unknown): boolean {
  return (typeof count === 'number' || typeof count === 'bigint') && count >= 0;
}

function isFigure(value: unknown): boolean {
  return (
    value === null ||
    ['number', 'bigint'].includes(typeof value) ||
    (typeof value === 'string' && NO_NUMBER.test(value))
  );
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
