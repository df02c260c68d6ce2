import type { QueryDraft } from '../../ModelwatchQuery';

/** A changed decision; what is undefined is left to its default, and so is a decision that says nothing. */
export function withDecision(draft: QueryDraft, change: NonNullable<QueryDraft['decision']>): QueryDraft {
  const set = Object.entries({ ...draft.decision, ...change }).filter(([, value]) => value !== undefined);
  const { decision: _, ...rest } = draft;
  return set.length === 0 ? rest : { ...rest, decision: Object.fromEntries(set) };
}
