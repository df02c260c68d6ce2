import type { AlertRow } from './AlertRow';

export const SEVERITY_WORDS = ['alarm', 'warning', 'normal', 'undecided'] as const;
export type SeverityCounts = Readonly<Record<(typeof SEVERITY_WORDS)[number], number>>;

/** How many features and segments stand at each severity. */
export function countSeverities(rows: readonly AlertRow[]): SeverityCounts {
  const count = (severity: AlertRow['severity']) => rows.filter((row) => row.severity === severity).length;
  return { alarm: count(2), warning: count(1), normal: count(0), undecided: count(null) };
}
