import type { StoreField } from '../fields/StoreField';

/**
 * Seconds between two dates of a document. A script of the aggregation's own: runtime fields are called otherwise, and
 * written otherwise, by OpenSearch. An index of a pattern may lack either field.
 */
const SECONDS_BETWEEN = [
  'String a = params.since; String b = params.until;',
  'if (!doc.containsKey(a) || !doc.containsKey(b) || doc[a].size() == 0 || doc[b].size() == 0) { return null; }',
  'return (doc[b].value.toInstant().toEpochMilli() - doc[a].value.toInstant().toEpochMilli()) / 1000.0;',
].join(' ');

/** What an aggregation takes a field's values from. */
export function valueOf({ counted: field, since }: StoreField): Readonly<Record<string, unknown>> {
  return since === undefined
    ? { field }
    : { script: { lang: 'painless', source: SECONDS_BETWEEN, params: { since, until: field } } };
}

/** A query for the documents that have a value. */
export function hasValue({ counted, since }: StoreField): Readonly<Record<string, unknown>> {
  const exists = (field: string) => ({ exists: { field } });
  return since === undefined ? exists(counted) : { bool: { filter: [exists(since), exists(counted)] } };
}
