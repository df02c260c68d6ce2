import { nearNames } from '../../nearNames';
import type { StoreFields } from '../fields/StoreFields';
import { queryFields } from './queryFields';

/** What of a Lucene query can't match as it is written. */
export interface Unmatchable {
  /** Sentences, one for each field. */
  readonly reasons: readonly string[];
  /** No field that it names can match. */
  readonly isWhole: boolean;
}

/**
 * The fields of a Lucene query that lie in nested objects, which Lucene queries don't reach, or that no document has. A
 * store answers 0 to both, without a word. Objects that are included in their parent are reached, which mappings don't tell
 * us: so this is a reason where nothing matched, and none where something did.
 */
export function unmatchable(query: string | undefined, fields: StoreFields): Unmatchable {
  const named = queryFields(query ?? '');
  const reasons = named.flatMap((name) => {
    const reason = reasonOf(name, fields);
    return reason === undefined ? [] : [`The query ${JSON.stringify(query)} names "${name}"${reason}`];
  });
  return { reasons, isWhole: reasons.length > 0 && reasons.length === named.length };
}

function reasonOf(name: string, fields: StoreFields): string | undefined {
  if (name.startsWith('_')) {
    return undefined;
  }
  if (!fields.holds(name)) {
    const near = nearNames(name, fields.names());
    const help = near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'check its name.';
    return `, and "${fields.index}" has no such field, so that this part matches nothing: ${help}`;
  }
  const nested = fields.nestedAbove(name);
  return nested === undefined
    ? undefined
    : ` in the nested objects "${nested}", which Lucene queries don't reach: copy the field to the documents themselves (copy_to, include_in_parent).`;
}
