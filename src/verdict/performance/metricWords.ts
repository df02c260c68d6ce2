import { LIST_METRICS, type PerformanceMetric } from '../../query/performanceMetric';
import { type Figure, number, percent } from '../figures';

/** Metrics as they are written in a sentence. */
export const METRIC_WORDS: Readonly<Record<PerformanceMetric, string>> = {
  accuracy: 'accuracy',
  precision: 'precision',
  recall: 'recall',
  specificity: 'specificity',
  f1: 'F1',
  mcc: 'MCC',
  prediction_bias: 'prediction bias',
  business_value: 'business value',
  roc_auc: 'ROC AUC',
  gini: 'Gini',
  average_precision: 'average precision',
  ks: 'KS distance',
  brier: 'Brier score',
  log_loss: 'log loss',
  calibration_error: 'calibration error',
  macro_precision: 'macro precision',
  macro_recall: 'macro recall',
  macro_f1: 'macro F1',
  weighted_precision: 'weighted precision',
  weighted_recall: 'weighted recall',
  weighted_f1: 'weighted F1',
  mae: 'MAE',
  mse: 'MSE',
  rmse: 'RMSE',
  bias: 'bias',
  r2: 'R²',
  mape: 'MAPE',
  smape: 'sMAPE',
  absolute_error_p50: 'median absolute error',
  absolute_error_p90: '90th percentile of the absolute error',
  absolute_error_p99: '99th percentile of the absolute error',
  mase: 'MASE',
  skill: 'skill against the naive forecast',
  pinball_loss: 'pinball loss',
  coverage: 'coverage of the predicted interval',
  interval_width: 'width of the predicted interval',
  click_rate: 'click rate',
  precision_at_1: 'precision at 1',
  precision_at_3: 'precision at 3',
  precision_at_5: 'precision at 5',
  precision_at_10: 'precision at 10',
  precision_at_20: 'precision at 20',
};

const SHARES: readonly PerformanceMetric[] = [
  'accuracy',
  'precision',
  'recall',
  'specificity',
  'prediction_bias',
  'macro_precision',
  'macro_recall',
  'weighted_precision',
  'weighted_recall',
  'coverage',
  ...LIST_METRICS,
];

/** A value as people write it: shares of rows in percent, others as numbers. */
export function metricValue(metric: PerformanceMetric, value: Figure, digits?: number): string {
  return SHARES.includes(metric) ? percent(value, digits) : number(value, digits);
}

/** A drop as people write it: of shares in percentage points, of losses in percent, of a bias in standard deviations. */
export function dropValue(metric: PerformanceMetric, isRelative: boolean, value: Figure): string {
  if (isRelative) {
    return percent(value);
  }
  if (SHARES.includes(metric) && typeof value === 'number') {
    return `${number(100 * value)} percentage points`;
  }
  return metric === 'bias' ? `${number(value)} SD of the errors` : number(value);
}
