import { isAggregations, isObject } from './isAggregations';

/** Whether one of the answers of an `_msearch` has the types that the API gives it. What it lacks is judged elsewhere. */
export function isResponse(response: unknown): boolean {
  return (
    isObject(response) &&
    isOptional(response.status, isCount) &&
    isOptional(response.hits, isHits) &&
    isOptional(response._shards, isShards) &&
    isOptional(response._clusters, isClusters) &&
    isOptional(response.aggregations, isAggregations)
  );
}

function isHits(hits: unknown): boolean {
  return isObject(hits) && isOptional(hits.total, isTotal) && isOptional(hits.hits, isRows);
}

function isTotal(total: unknown): boolean {
  return isCount(total) || (isObject(total) && isCount(total.value));
}

function isRows(rows: unknown): boolean {
  return Array.isArray(rows) && rows.every((row) => isObject(row) && isOptional(row.fields, isFields));
}

function isFields(fields: unknown): boolean {
  return isObject(fields) && Object.values(fields).every(Array.isArray);
}

function isShards(shards: unknown): boolean {
  const counts = ['total', 'successful', 'failed', 'skipped'];
  return (
    isObject(shards) &&
    counts.every((name) => isOptional(shards[name], isCount)) &&
    isOptional(shards.failures, Array.isArray)
  );
}

function isClusters(clusters: unknown): boolean {
  const counts = ['total', 'successful', 'skipped', 'partial', 'failed', 'running'];
  return (
    isObject(clusters) &&
    counts.every((name) => isOptional(clusters[name], isCount)) &&
    isOptional(clusters.details, (details) => isObject(details) && Object.values(details).every(isDetails))
  );
}

function isDetails(details: unknown): boolean {
  return isObject(details) && isOptional(details.failures, Array.isArray);
}

function isCount(count: unknown): boolean {
  return typeof count === 'bigint' ? count >= 0n : typeof count === 'number' && count >= 0;
}

function isOptional(value: unknown, is: (value: unknown) => boolean): boolean {
  return value === undefined || is(value);
}
