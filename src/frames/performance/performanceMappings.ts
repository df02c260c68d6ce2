import type { PerformanceWord } from '../../verdict/performance/PerformanceVerdict';

export interface Shown {
  readonly text: string;
  readonly color: string;
}

/** How each verdict is shown, with the names of Grafana's colors. */
export const PERFORMANCE_SHOWN: Readonly<Record<PerformanceWord, Shown>> = {
  worse: { text: 'worse', color: 'red' },
  warning: { text: 'warning', color: 'orange' },
  not_worse: { text: 'not worse', color: 'green' },
  labels_pending: { text: 'labels pending', color: 'blue' },
  insufficient_data: { text: 'insufficient data', color: 'text' },
  inconclusive: { text: 'inconclusive', color: 'text' },
  undefined: { text: 'no verdict', color: 'text' },
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
