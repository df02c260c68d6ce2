import type { PerformanceMetric } from '../../../query/performanceMetric';

export interface MetricWords {
  readonly label: string;
  /** One sentence for someone who has never used the metric. */
  readonly meaning: string;
}

const LOWER = 'Lower is better.';

const METRICS: Readonly<Record<PerformanceMetric, MetricWords>> = {
  accuracy: { label: 'Accuracy', meaning: 'Share of predictions that were right.' },
  precision: { label: 'Precision', meaning: 'Share of the rows predicted as positive that were positive.' },
  recall: { label: 'Recall', meaning: 'Share of the positive rows that were predicted as positive.' },
  specificity: { label: 'Specificity', meaning: 'Share of the negative rows that were predicted as negative.' },
  f1: { label: 'F1', meaning: 'Harmonic mean of precision and recall.' },
  mcc: { label: 'MCC', meaning: 'Correlation of predicted and actual classes; 0 is guessing.' },
  prediction_bias: {
    label: 'Prediction bias',
    meaning: 'Share of rows predicted as the class minus the share that came true; 0 is best.',
  },
  business_value: { label: 'Business value', meaning: 'Mean value of a prediction, by its outcome.' },
  roc_auc: {
    label: 'ROC AUC',
    meaning: 'Probability that a positive row has a higher score than a negative one; 0.5 is guessing.',
  },
  gini: { label: 'Gini', meaning: '2 × ROC AUC − 1; 0 is guessing.' },
  average_precision: { label: 'Average precision', meaning: 'Area under the curve of precision over recall.' },
  ks: { label: 'KS', meaning: 'Largest distance between the score distributions of both classes.' },
  brier: { label: 'Brier score', meaning: `Mean squared error of the scores. ${LOWER}` },
  log_loss: { label: 'Log loss', meaning: `Mean negative log likelihood of the scores. ${LOWER}` },
  calibration_error: {
    label: 'Calibration error',
    meaning: `Mean distance between scores and observed shares, over ten bins. ${LOWER}`,
  },
  macro_precision: { label: 'Precision, macro', meaning: 'Mean precision of the classes.' },
  macro_recall: { label: 'Recall, macro', meaning: 'Mean recall of the classes.' },
  macro_f1: { label: 'F1, macro', meaning: 'Mean F1 of the classes.' },
  weighted_precision: { label: 'Precision, weighted', meaning: 'Precision, weighted by the rows of each class.' },
  weighted_recall: { label: 'Recall, weighted', meaning: 'Recall, weighted by the rows of each class.' },
  weighted_f1: { label: 'F1, weighted', meaning: 'F1, weighted by the rows of each class.' },
  mae: { label: 'MAE', meaning: `Mean absolute error. ${LOWER}` },
  mse: { label: 'MSE', meaning: `Mean squared error. ${LOWER}` },
  rmse: { label: 'RMSE', meaning: `Root of the mean squared error. ${LOWER}` },
  bias: { label: 'Bias', meaning: 'Mean of prediction minus actual value; 0 is best.' },
  r2: { label: 'R²', meaning: 'Share of the variance that the predictions explain.' },
  mape: { label: 'MAPE', meaning: `Mean absolute error as a share of the actual value. ${LOWER}` },
  smape: { label: 'sMAPE', meaning: `Symmetric mean absolute percentage error. ${LOWER}` },
  absolute_error_p50: { label: 'Absolute error, median', meaning: `Half of the errors are smaller. ${LOWER}` },
  absolute_error_p90: { label: 'Absolute error, p90', meaning: `90% of the errors are smaller. ${LOWER}` },
  absolute_error_p99: { label: 'Absolute error, p99', meaning: `99% of the errors are smaller. ${LOWER}` },
  mase: { label: 'MASE', meaning: `Mean absolute error in units of the usual change within a season. ${LOWER}` },
  skill: { label: 'Skill', meaning: 'Share of the naive forecast’s error that the model saves; 0 is no better.' },
  pinball_loss: { label: 'Pinball loss', meaning: `Mean loss of the predicted quantiles. ${LOWER}` },
  coverage: { label: 'Coverage', meaning: 'Share of actual values within the predicted interval.' },
  interval_width: { label: 'Interval width', meaning: `Mean width of the predicted interval. ${LOWER}` },
  click_rate: { label: 'Click rate', meaning: 'Share of what was shown that was clicked.' },
  precision_at_1: atK(1),
  precision_at_3: atK(3),
  precision_at_5: atK(5),
  precision_at_10: atK(10),
  precision_at_20: atK(20),
};

function atK(k: number): MetricWords {
  const meaning =
    k === 1
      ? 'Share of lists whose first entry was positive.'
      : `Share of positive entries among the first ${k} of each list.`;
  return { label: `Precision@${k}`, meaning };
}

/** A metric of a newer back end is called by its own name. */
export function metricWords(metric: string): MetricWords {
  return Object.hasOwn(METRICS, metric) ? METRICS[metric as PerformanceMetric] : { label: metric, meaning: '' };
}
