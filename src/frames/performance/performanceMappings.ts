import { PERFORMANCE_LABELS } from '../../verdict/performance/performanceLabels';
import type { PerformanceWord } from '../../verdict/performance/PerformanceVerdict';

export interface Shown {
  readonly text: string;
  readonly color: string;
}

/** How each verdict is shown, with the names of Grafana's colors. */
export const PERFORMANCE_SHOWN: Readonly<Record<PerformanceWord, Shown>> = {
  worse: { text: PERFORMANCE_LABELS.worse, color: 'red' },
  warning: { text: PERFORMANCE_LABELS.warning, color: 'orange' },
  not_worse: { text: PERFORMANCE_LABELS.not_worse, color: 'green' },
  labels_pending: { text: PERFORMANCE_LABELS.labels_pending, color: 'blue' },
  insufficient_data: { text: PERFORMANCE_LABELS.insufficient_data, color: 'text' },
  inconclusive: { text: PERFORMANCE_LABELS.inconclusive, color: 'text' },
  undefined: { text: PERFORMANCE_LABELS.undefined, color: 'text' },
};

/** Grafana's value mappings for the column `verdict`. */
export const PERFORMANCE_MAPPINGS = [{ type: 'value', options: PERFORMANCE_SHOWN }] as const;

/** Grafana's value mappings for a severity. */
export const PERFORMANCE_SEVERITIES = [
  {
    type: 'value',
    options: { 0: PERFORMANCE_SHOWN.not_worse, 1: PERFORMANCE_SHOWN.warning, 2: PERFORMANCE_SHOWN.worse },
  },
  { type: 'special', options: { match: 'null', result: { text: 'undecided', color: 'text' } } },
] as const;
