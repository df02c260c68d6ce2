import type { Outcomes } from '../../outcomes/Outcomes';
import type { PerformanceMetric } from '../../query/performanceMetric';
import { accuracy } from './classes/accuracy';
import { businessValue } from './classes/businessValue';
import { classAverage } from './classes/classAverage';
import { f1 } from './classes/f1';
import { mcc } from './classes/mcc';
import { precision } from './classes/precision';
import { predictionBias } from './classes/predictionBias';
import { recall } from './classes/recall';
import { specificity } from './classes/specificity';
import { bias } from './errors/bias';
import { errorQuantile } from './errors/errorQuantile';
import { mae } from './errors/mae';
import { mape } from './errors/mape';
import { mse } from './errors/mse';
import { r2 } from './errors/r2';
import { rmse } from './errors/rmse';
import { smape } from './errors/smape';
import { coverage } from './forecasts/coverage';
import { intervalWidth } from './forecasts/intervalWidth';
import { mase } from './forecasts/mase';
import { pinballLoss } from './forecasts/pinballLoss';
import { skill } from './forecasts/skill';
import { clickRate } from './lists/clickRate';
import { precisionAt } from './lists/precisionAt';
import type { Metric } from './MetricInput';
import type { MetricRoles } from './MetricRoles';
import type { MetricValue } from './MetricValue';
import { averagePrecision } from './scores/averagePrecision';
import { brier } from './scores/brier';
import { calibrationError } from './scores/calibrationError';
import { logLoss } from './scores/logLoss';
import { gini, rocAuc } from './scores/rocAuc';
import { scoreKs } from './scores/scoreKs';

const METRICS: Readonly<Record<PerformanceMetric, Metric>> = {
  accuracy,
  precision,
  recall,
  specificity,
  f1,
  mcc,
  prediction_bias: predictionBias,
  business_value: businessValue,
  roc_auc: rocAuc,
  gini,
  average_precision: averagePrecision,
  ks: scoreKs,
  brier,
  log_loss: logLoss,
  calibration_error: calibrationError,
  macro_precision: classAverage('precision', 'macro'),
  macro_recall: classAverage('recall', 'macro'),
  macro_f1: classAverage('f1', 'macro'),
  weighted_precision: classAverage('precision', 'weighted'),
  weighted_recall: classAverage('recall', 'weighted'),
  weighted_f1: classAverage('f1', 'weighted'),
  mae,
  mse,
  rmse,
  bias,
  r2,
  mape,
  smape,
  absolute_error_p50: errorQuantile('absolute_error_p50'),
  absolute_error_p90: errorQuantile('absolute_error_p90'),
  absolute_error_p99: errorQuantile('absolute_error_p99'),
  mase,
  skill,
  pinball_loss: pinballLoss,
  coverage,
  interval_width: intervalWidth,
  click_rate: clickRate,
  precision_at_1: precisionAt('precision_at_1'),
  precision_at_3: precisionAt('precision_at_3'),
  precision_at_5: precisionAt('precision_at_5'),
  precision_at_10: precisionAt('precision_at_10'),
  precision_at_20: precisionAt('precision_at_20'),
};

/**
 * A metric of these outcomes with its 95% interval for independent rows; definitions are in docs/performance.md. `ofClass`
 * asks a metric of one class for that class against all others. Average precision, KS, the calibration error, R², MAPE,
 * sMAPE, pinball loss and skill, and what is averaged over several classes' scores, have no such interval: blocks of rows give it.
 */
export function measurePerformance(
  metric: PerformanceMetric,
  outcomes: Outcomes,
  roles: MetricRoles,
  ofClass?: string
): MetricValue {
  return METRICS[metric]({ outcomes, roles, ofClass, pointOnly: false });
}

/** Its value alone, null where it is undefined: for a jackknife, which asks often. */
export function metricPoint(
  metric: PerformanceMetric,
  outcomes: Outcomes,
  roles: MetricRoles,
  ofClass?: string
): number | null {
  return METRICS[metric]({ outcomes, roles, ofClass, pointOnly: true }).value;
}
