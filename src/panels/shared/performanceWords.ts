import { PERFORMANCE_LABELS } from '../../verdict/performance/performanceLabels';
import type { PerformanceWord } from '../../verdict/performance/PerformanceVerdict';
import type { VerdictMeaning } from './verdictWords';

/** Verdicts on how good predictions are, in the order in which they matter. */
export const PERFORMANCE_WORDS: Readonly<Record<PerformanceWord, VerdictMeaning>> = {
  worse: {
    label: PERFORMANCE_LABELS.worse,
    meaning: 'The drop is statistically significant and reaches the threshold, or the objective is missed.',
  },
  warning: {
    label: PERFORMANCE_LABELS.warning,
    meaning: 'The drop is statistically significant and reaches half the threshold, or the estimate is worse.',
  },
  not_worse: { label: PERFORMANCE_LABELS.not_worse, meaning: 'No significant drop, or one below the warning level.' },
  labels_pending: {
    label: PERFORMANCE_LABELS.labels_pending,
    meaning: 'More labels are expected. The window is not judged yet.',
  },
  insufficient_data: {
    label: PERFORMANCE_LABELS.insufficient_data,
    meaning: 'Too few labeled rows, days, or past windows for a verdict.',
  },
  inconclusive: { label: PERFORMANCE_LABELS.inconclusive, meaning: 'The buckets are too coarse for a verdict.' },
  undefined: { label: PERFORMANCE_LABELS.undefined, meaning: 'The metric is not defined for these rows.' },
};

export const PERFORMANCE_WORD_NAMES = Object.keys(PERFORMANCE_WORDS) as readonly PerformanceWord[];
