import { liftExplained } from './liftExplained';

/**
 * Brings a stored query of an older version to the current one. Runs in the editor and in the back end, since alert
 * rules never pass through a browser. Version 1 is the first, so that nothing needs to be done yet; keys that Grafana
 * adds to every query are taken off, and the drift query within one of the kind `explain` is taken out of it.
 */
export function migrateQuery(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return input;
  }
  const { refId, datasource, datasourceId, intervalMs, maxDataPoints, hide, key, queryType, ...query } =
    input as Record<string, unknown>;
  return liftExplained(query);
}
