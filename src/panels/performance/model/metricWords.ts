import type { PerformanceMetric } from '../../../query/performanceMetric';
import { METRIC_WORDS } from '../../../verdict/performance/metricWords';

export interface MetricWords {
  readonly label: string;
  /** One sentence for someone who has never used the metric. */
  readonly meaning: string;
}

const LOWER = 'Lower is better.';

const MEANINGS: Readonly<Record<PerformanceMetric, string>> = {
  accuracy: 'Share of predictions that were right.',
  precision: 'Share of the rows predicted as positive that were positive.',
  recall: 'Share of the positive rows that were predicted as positive.',
  specificity: 'Share of the negative rows that were predicted as negative.',
  f1: 'Harmonic mean of precision and recall.',
  mcc: 'Correlation of predicted and actual classes; 0 is guessing.',
  prediction_bias: 'Share of rows predicted as the class minus the share that came true; 0 is best.',
  business_value: 'Mean value of a prediction, by its outcome.',
  roc_auc: 'Probability that a positive row has a higher score than a negative one; 0.5 is guessing.',
  gini: '2 × ROC AUC − 1; 0 is guessing.',
  average_precision: 'Area under the curve of precision over recall.',
  ks: 'Largest distance between the score distributions of both classes.',
  brier: `Mean squared error of the scores. ${LOWER}`,
  log_loss: `Mean negative log likelihood of the scores. ${LOWER}`,
  calibration_error: `Mean distance between scores and observed shares, over ten bins. ${LOWER}`,
  macro_precision: 'Mean precision of the classes.',
  macro_recall: 'Mean recall of the classes.',
  macro_f1: 'Mean F1 of the classes.',
  weighted_precision: 'Precision, weighted by the rows of each class.',
  weighted_recall: 'Recall, weighted by the rows of each class.',
  weighted_f1: 'F1, weighted by the rows of each class.',
  mae: `Mean absolute error. ${LOWER}`,
  mse: `Mean squared error. ${LOWER}`,
  rmse: `Root of the mean squared error. ${LOWER}`,
  bias: 'Mean of prediction minus actual value; 0 is best.',
  r2: 'Share of the variance that the predictions explain.',
  mape: `Mean absolute error as a share of the actual value. ${LOWER}`,
  smape: `Symmetric mean absolute percentage error. ${LOWER}`,
  absolute_error_p50: `Half of the errors are smaller. ${LOWER}`,
  absolute_error_p90: `90% of the errors are smaller. ${LOWER}`,
  absolute_error_p99: `99% of the errors are smaller. ${LOWER}`,
  mase: `Mean absolute error in units of the usual change within a season. ${LOWER}`,
  skill: 'Share of the naive forecast’s error that the model saves; 0 is no better.',
  pinball_loss: `Mean loss of the predicted quantiles. ${LOWER}`,
  coverage: 'Share of actual values within the predicted interval.',
  interval_width: `Mean width of the predicted interval. ${LOWER}`,
  click_rate: 'Share of what was shown that was clicked.',
  precision_at_1: atK(1),
  precision_at_3: atK(3),
  precision_at_5: atK(5),
  precision_at_10: atK(10),
  precision_at_20: atK(20),
};

function atK(k: number): string {
  return k === 1
    ? 'Share of lists whose first entry was positive.'
    : `Share of positive entries among the first ${k} of each list.`;
}

/** Names that a table has room for, where those of sentences are longer. */
const SHORT: Partial<Record<PerformanceMetric, string>> = {
  absolute_error_p50: 'Absolute error, median',
  absolute_error_p90: 'Absolute error, p90',
  absolute_error_p99: 'Absolute error, p99',
  skill: 'Skill',
  coverage: 'Coverage',
  interval_width: 'Interval width',
  ks: 'KS',
  precision_at_1: 'Precision@1',
  precision_at_3: 'Precision@3',
  precision_at_5: 'Precision@5',
  precision_at_10: 'Precision@10',
  precision_at_20: 'Precision@20',
};

function isKnown(metric: string): metric is PerformanceMetric {
  return Object.hasOwn(MEANINGS, metric);
}

/** A metric is called as in sentences, shorter where that is long. One of a newer back end is called by its own name. */
export function metricWords(metric: string): MetricWords {
  if (!isKnown(metric)) {
    return { label: metric, meaning: '' };
  }
  const inSentence = METRIC_WORDS[metric];
  return {
    label: SHORT[metric] ?? `${inSentence.charAt(0).toUpperCase()}${inSentence.slice(1)}`,
    meaning: MEANINGS[metric],
  };
}
