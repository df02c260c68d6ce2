import type { ExplainResult } from '../../evaluate/Result';
import type { Severity, VerdictWord } from '../../verdict/Verdict';
import type { ResultMeta } from '../ResultMeta';

/** What `meta.custom` of the table of causes holds. */
export interface CausesMeta extends ResultMeta {
  readonly kind: 'explain';
  /** The feature that is explained, and the verdict on it in the newest window. */
  readonly feature: string;
  readonly verdict: VerdictWord;
  readonly severity: Severity;
  /** The answer in a sentence or two. */
  readonly summary: string;
  /** Milliseconds: when it began to drift, or earlier. */
  readonly since: number | null;
  readonly isOrEarlier: boolean;
  /** Start and end of the window, in milliseconds; null without a time. */
  readonly window: { readonly from: number; readonly to: number } | null;
  /** Fields whose values were candidates, with how many there were. */
  readonly looked: ReadonlyArray<{ readonly field: string; readonly values: number }>;
}

export function causesMeta(
  { verdict, summary, since, isOrEarlier, looked }: ExplainResult,
  meta: ResultMeta
): CausesMeta {
  return {
    ...meta,
    ...{ kind: 'explain', feature: verdict.comparison.feature, verdict: verdict.verdict, severity: verdict.severity },
    ...{ summary, since, isOrEarlier, window: verdict.window },
    looked: looked.map(({ field, values }) => ({ field, values })),
  };
}
