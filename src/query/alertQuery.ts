import type { Query } from './query';

/**
 * The query as an alert rule can read it. A rule takes numbers, or series that it reduces itself: a table or annotations
 * become the format `alert` (2 drift, 1 warning, 0 none), and a distribution becomes the drift query of the same question.
 * Time series stay what was drawn.
 */
export function alertQuery(query: Query): Query {
  if (query.kind === 'distribution') {
    const { bins: _bins, ...comparison } = query;
    return { ...comparison, kind: 'drift', format: 'alert', alertValue: 'severity', detail: false };
  }
  return query.format === 'timeseries' || query.format === 'alert' ? query : { ...query, format: 'alert' };
}
