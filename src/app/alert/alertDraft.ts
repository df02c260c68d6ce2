import { withoutHostKeys } from '../../query/withoutHostKeys';

/** A stored query of whatever kind, as far as a rule made from it cares; the rest is carried along. */
export interface StoredQuery {
  readonly kind?: string;
  readonly window?: string;
  readonly delay?: string;
  readonly current?: {
    readonly query?: string;
    readonly matchers?: string;
    readonly timeField?: string;
    readonly features?: ReadonlyArray<{ readonly metric?: string; readonly expr?: string }>;
  };
}

/**
 * The same question as a rule asks it: one number for each feature. A distribution is asked as drift; what only tables and
 * series have is left out.
 */
export function alertDraft(query: object): StoredQuery & { readonly kind: string; readonly format: 'alert' } {
  const { bins, detail, series, alertValue, ...question } = withoutHostKeys(query) as StoredQuery &
    Record<string, unknown>;
  const kind = question.kind ?? 'drift';
  return { ...question, kind: kind === 'distribution' ? 'drift' : kind, format: 'alert' };
}
