import { isLoss, isSigned, type PerformanceMetric } from '../../query/performanceMetric';
import type { MetricValue } from '../../statistics/performance/MetricValue';

const Z95 = 1.959963984540054;

/** How windows of a metric are compared: on a scale without ends, on which their spread is about the same everywhere. */
export interface MetricScale {
  /** `rows` keep it finite where all of so many rows, or none, count. */
  to(value: number, rows: number): number;
  from(scaled: number): number;
}

const LOGIT: MetricScale = {
  to(value, rows) {
    const p = inside(value, 0.5 / Math.max(1, rows));
    return Math.log(p / (1 - p));
  },
  from: (scaled) => 1 / (1 + Math.exp(-scaled)),
};

const ATANH: MetricScale = {
  to: (value, rows) => 2 * Math.atanh(2 * inside((value + 1) / 2, 0.5 / Math.max(1, rows)) - 1),
  from: (scaled) => Math.tanh(scaled / 2),
};

const LOG: MetricScale = { to: (value) => Math.log(Math.max(value, 1e-300)), from: Math.exp };

const PLAIN: MetricScale = { to: (value) => value, from: (scaled) => scaled };

const PLAIN_METRICS: ReadonlySet<PerformanceMetric> = new Set(['r2', 'skill', 'business_value', 'calibration_error']);

/** Shares and AUC on the logit, losses on the logarithm, correlations on atanh; others as they are. */
export function metricScale(metric: PerformanceMetric): MetricScale {
  if (isSigned(metric) || PLAIN_METRICS.has(metric)) {
    return PLAIN;
  }
  if (isLoss(metric)) {
    return LOG;
  }
  return metric === 'mcc' || metric === 'gini' ? ATANH : LOGIT;
}

/** The ends that no value of a metric passes. */
export function rangeOf(metric: PerformanceMetric): readonly [low: number, high: number] {
  if (metric === 'bias' || metric === 'business_value') {
    return [-Infinity, Infinity];
  }
  if (metric === 'r2' || metric === 'skill') {
    return [-Infinity, 1];
  }
  if (isLoss(metric)) {
    return [0, metric === 'calibration_error' ? 1 : Infinity];
  }
  return ['mcc', 'gini', 'prediction_bias'].includes(metric) ? [-1, 1] : [0, 1];
}

/** The variance of a value on its scale as its interval for independent rows tells it; null without one. */
export function scaledVariance({ low, high, rows }: MetricValue, scale: MetricScale): number | null {
  return low === null || high === null ? null : ((scale.to(high, rows) - scale.to(low, rows)) / (2 * Z95)) ** 2;
}

function inside(value: number, margin: number): number {
  return Math.min(1 - margin, Math.max(margin, value));
}
