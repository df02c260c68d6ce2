import { z } from 'zod';

/** Metrics of classes. Definitions: docs/performance.md. */
export const CLASS_METRICS = [
  'accuracy',
  'precision',
  'recall',
  'specificity',
  'f1',
  'mcc',
  'prediction_bias',
  'business_value',
] as const;
/** Metrics of scores: probabilities of the positive class. */
export const SCORE_METRICS = [
  'roc_auc',
  'gini',
  'average_precision',
  'ks',
  'brier',
  'log_loss',
  'calibration_error',
] as const;
/** Metrics of several classes, over all of them. */
export const MULTICLASS_METRICS = [
  'macro_precision',
  'macro_recall',
  'macro_f1',
  'weighted_precision',
  'weighted_recall',
  'weighted_f1',
] as const;
/** Metrics of forecasts. */
export const ERROR_METRICS = ['mae', 'mse', 'rmse', 'bias', 'r2', 'mape', 'smape'] as const;

export const PERFORMANCE_METRICS = [
  ...CLASS_METRICS,
  ...SCORE_METRICS,
  ...MULTICLASS_METRICS,
  ...ERROR_METRICS,
] as const;
export const performanceMetricSchema = z.enum(PERFORMANCE_METRICS);
export type PerformanceMetric = z.infer<typeof performanceMetricSchema>;

/** Whether less of it is better. A bias is best at 0, which `isSigned` says. */
export function isLoss(metric: PerformanceMetric): boolean {
  return ['brier', 'log_loss', 'calibration_error', 'mae', 'mse', 'rmse', 'mape', 'smape'].includes(metric);
}

/** Whether it is best at 0 and has both signs. */
export function isSigned(metric: PerformanceMetric): boolean {
  return metric === 'bias' || metric === 'prediction_bias';
}
