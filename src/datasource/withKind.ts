import type { BaselineDraft, QueryDraft, QueryKindName } from './ModelwatchQuery';
import { baselinesOf, decisionTakes, formatsOf, needsBaseline, takesKey } from './queryKeys';

/** Kinds that tell what changed from window to window: of one window there is nothing to be told. */
const OVER_TIME: ReadonlySet<QueryKindName> = new Set(['volume', 'versions', 'change']);

/**
 * The draft as a query of another kind. What this knows too is kept: the selection, features, segments, windows, the
 * baseline, the format. What it doesn't know is left out, since the schema is strict; what it needs and the draft lacks
 * is set to something that can be answered.
 */
export function withKind(draft: QueryDraft, kind: QueryKindName): QueryDraft {
  const { baseline, decision, window, ...shared } = draft;
  const kept = Object.entries(shared).filter(([key]) => takesKey(kind, key as keyof QueryDraft));
  const formats = formatsOf(kind);
  const isKnown = draft.format !== undefined && formats.includes(draft.format);
  return withoutUndefined({
    ...Object.fromEntries(kept),
    kind,
    format: isKnown ? draft.format : formats[0],
    window: OVER_TIME.has(kind) && (window ?? 'range') === 'range' ? (kind === 'change' ? '1d' : '1h') : window,
    baseline: baselineFor(baseline, kind),
    decision: decisionFor(decision, kind),
    ...(takesKey(kind, 'tests') && { tests: draft.tests ?? 'auto' }),
  });
}

function baselineFor(baseline: BaselineDraft | undefined, kind: QueryKindName): BaselineDraft | undefined {
  const allowed = baselinesOf(kind);
  if (baseline !== undefined && allowed.includes(baseline.kind)) {
    return baseline;
  }
  if (!needsBaseline(kind)) {
    return undefined;
  }
  return kind === 'volume' ? { kind: 'seasonal', period: '1w', count: 4 } : { kind: 'previous', offset: '7d' };
}

function decisionFor(decision: QueryDraft['decision'], kind: QueryKindName): QueryDraft['decision'] {
  const kept = Object.entries(decision ?? {}).filter(([key, value]) => decisionTakes(kind, key, value));
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function withoutUndefined(draft: QueryDraft): QueryDraft {
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined));
}
