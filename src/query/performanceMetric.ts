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
/** Quantiles of |p − y|, by their level. */
export const ERROR_QUANTILES = { absolute_error_p50: 0.5, absolute_error_p90: 0.9, absolute_error_p99: 0.99 } as const;
/** Metrics of forecasts that more columns than the predicted number tell. */
export const FORECAST_METRICS = ['mase', 'skill', 'pinball_loss', 'coverage', 'interval_width'] as const;
/** Precision among the first k of each list, by k. */
export const PRECISIONS_AT = {
  precision_at_1: 1,
  precision_at_3: 3,
  precision_at_5: 5,
  precision_at_10: 10,
  precision_at_20: 20,
} as const;
/** Metrics of lists: what was shown together, of which some was clicked. */
export const LIST_METRICS = ['click_rate', ...keysOf(PRECISIONS_AT)] as const;

export const PERFORMANCE_METRICS = [
  ...CLASS_METRICS,
  ...SCORE_METRICS,
  ...MULTICLASS_METRICS,
  ...ERROR_METRICS,
  ...keysOf(ERROR_QUANTILES),
  ...FORECAST_METRICS,
  ...LIST_METRICS,
] as const;
export const performanceMetricSchema = z.enum(PERFORMANCE_METRICS);
export type PerformanceMetric = z.infer<typeof performanceMetricSchema>;

/** Whether less of it is better. A bias is best at 0, which `isSigned` says. */
export function isLoss(metric: PerformanceMetric): boolean {
  return LOSSES.has(metric);
}

const LOSSES: ReadonlySet<PerformanceMetric> = new Set([
  ...['brier', 'log_loss', 'calibration_error', 'mae', 'mse', 'rmse', 'mape', 'smape'],
  ...['mase', 'pinball_loss', 'interval_width', ...keysOf(ERROR_QUANTILES)],
] as PerformanceMetric[]);

/** Whether it is best at 0 and has both signs. */
export function isSigned(metric: PerformanceMetric): boolean {
  return metric === 'bias' || metric === 'prediction_bias';
}

function keysOf<Key extends string>(levels: Readonly<Record<Key, number>>): readonly Key[] {
  return Object.keys(levels) as Key[];
}
