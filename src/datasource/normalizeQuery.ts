import { migrateQuery } from '../query/migrateQuery';
import { withoutHostKeys } from '../query/withoutHostKeys';
import { defaultQuery } from './defaultQuery';
import type { ModelwatchQuery, QueryDraft } from './ModelwatchQuery';

/** The stored query brought to the present version, without what Grafana adds to it. */
export function draftOf(query: ModelwatchQuery): QueryDraft {
  const migrated = migrateQuery(withoutHostKeys(query)) as QueryDraft;
  const { tests, baseline, ...shared } = defaultQuery();
  if (migrated.kind === 'versions') {
    return { ...shared, ...migrated };
  }
  return { ...shared, baseline, ...(migrated.measures === undefined && { tests }), ...migrated };
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
