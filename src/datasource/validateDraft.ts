import { issueWords } from '../query/issueWords';
import { querySchema } from '../query/query';
import type { QueryDraft } from './ModelwatchQuery';

/** What is wrong with a draft, by the path of the key at fault: `baseline.offset`. Empty where nothing is. */
export type DraftErrors = ReadonlyMap<string, string>;

/**
 * Validates a draft with the schema that the back end uses too. Texts that hold a template variable are not judged: their
 * values are known only when the query runs.
 */
export function validateDraft(draft: QueryDraft): DraftErrors {
  const parsed = querySchema.safeParse(draft, { error: issueWords });
  const errors = new Map<string, string>();
  for (const { path, message } of parsed.success ? [] : parsed.error.issues) {
    const value = valueAt(draft, path);
    if (typeof value === 'string' && /\$\w|\$\{|\[\[/.test(value)) {
      continue;
    }
    const said = message.startsWith('is not') ? `"${String(value ?? '')}" ${message}` : message;
    errors.set(path.join('.'), errors.get(path.join('.')) ?? said);
  }
  return errors;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined,
    value
  );
}
