import type { QueryDraft } from '../../ModelwatchQuery';

type LabelDraft = NonNullable<QueryDraft['label']>;

/** A changed label; what is undefined or empty is left out, and so is a label that says nothing. */
export function withLabel(draft: QueryDraft, change: Partial<LabelDraft>): QueryDraft {
  const set = Object.entries({ ...draft.label, ...change }).filter(([, value]) => value !== undefined && value !== '');
  const { label: _, ...rest } = draft;
  return set.length === 0 ? rest : { ...rest, label: { field: '', ...Object.fromEntries(set) } };
}
