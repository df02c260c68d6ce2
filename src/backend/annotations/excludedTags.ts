import type { Query } from '../../query/query';

/** The tags of annotations that a query excludes. */
export function excludedTags(query: Query): string[] {
  const baseline = 'baseline' in query ? query.baseline : undefined;
  const entries = [
    ...(baseline?.kind === 'seasonal' ? baseline.exclude : []),
    ...(query.kind === 'drift' ? (query.decision.exclude ?? []) : []),
    ...(query.kind === 'change' && query.of?.baseline?.kind === 'seasonal' ? query.of.baseline.exclude : []),
  ];
  return [...new Set(entries.flatMap(({ tag }) => tag ?? []))];
}
