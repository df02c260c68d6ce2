import type { PerformanceWord } from './PerformanceVerdict';

/** What each verdict is called, in panels, tables and the shell alike. */
export const PERFORMANCE_LABELS: Readonly<Record<PerformanceWord, string>> = {
  worse: 'worse',
  warning: 'warning',
  not_worse: 'not worse',
  labels_pending: 'labels pending',
  insufficient_data: 'not enough data',
  inconclusive: 'inconclusive',
  undefined: 'not applicable',
};
