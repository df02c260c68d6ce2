import { migrateQuery } from '../query/migrateQuery';
import { withoutHostKeys } from '../query/withoutHostKeys';
import { defaultQuery } from './defaultQuery';
import type { ModelwatchQuery, QueryDraft } from './ModelwatchQuery';

/** Kinds for which a new query has a baseline and tests: to others they may be unknown, or be left out on purpose. */
const COMPARISONS: ReadonlySet<string> = new Set(['drift', 'distribution']);

/** The stored query brought to the present version, without what Grafana adds to it. */
export function draftOf(query: ModelwatchQuery): QueryDraft {
  const migrated = migrateQuery(withoutHostKeys(query)) as QueryDraft;
  const { tests, baseline, ...shared } = defaultQuery();
  const compares = COMPARISONS.has(migrated.kind ?? 'drift');
  return { ...shared, ...(compares && { baseline, tests }), ...migrated };
}

/** Writes a changed draft back, keeping what Grafana added. */
export function withDraft(query: ModelwatchQuery, draft: QueryDraft): ModelwatchQuery {
  const { refId, datasource, hide, key, queryType } = query;
  const own = { refId, datasource, hide, key, queryType };
  const kept = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  return { ...withoutUndefined(draft), ...kept, refId };
}

function withoutUndefined(draft: QueryDraft): QueryDraft {
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined));
}
