import { isLoss, isSigned, type PerformanceMetric } from '../../query/performanceMetric';
import type { MetricValue } from '../../statistics/performance/MetricValue';
import { studentQuantile } from '../../statistics/special/studentQuantile';
import type { DropTest } from './DropTest';
import { metricScale, scaledVariance } from './metricScale';

/** Fewer past windows don't tell how much windows differ. */
export const FEWEST_PAST = 8;

/** What past windows say of a metric. */
export interface PastLevel {
  /** Mean on the metric's scale, of values and of their bounds. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Variance of one more window of the current one's size around the true level. */
  readonly ofWindow: number;
  readonly count: number;
  readonly standardError: number;
}

/**
 * The level of k past windows, and the variance of the current one around it: max(0, s² − v̄) + v_now, with s² the spread of the
 * past windows, v̄ the mean of their own variances for independent rows and v_now the current one's, all on the metric's scale.
 * Where a window's own variance is unknown, the past spread stands for it, grown where the current window has fewer rows. Null
 * with fewer than eight.
 */
export function pastLevel(
  metric: PerformanceMetric,
  current: MetricValue,
  past: readonly MetricValue[]
): PastLevel | null {
  const scale = metricScale(metric);
  const known = past.filter(({ value }) => value !== null);
  const count = known.length;
  if (count < FEWEST_PAST || current.value === null) {
    return null;
  }
  const meanOf = (of: (value: MetricValue) => number | null) =>
    known.reduce((sum, value) => sum + scale.to(of(value) ?? 0, value.rows), 0) / count;
  const mean = meanOf(({ value }) => value);
  const spread =
    known.reduce((sum, value) => sum + (scale.to(value.value ?? 0, value.rows) - mean) ** 2, 0) / (count - 1);
  const own = known.map((value) => scaledVariance(value, scale));
  const now = scaledVariance(current, scale);
  const rows = known.reduce((sum, value) => sum + value.rows, 0) / count;
  const between =
    now === null || own.includes(null)
      ? spread * Math.max(1, rows / Math.max(1, current.rows))
      : Math.max(0, spread - own.reduce<number>((sum, variance) => sum + (variance ?? 0), 0) / count) + now;
  return {
    mean,
    low: meanOf(({ boundLow }) => boundLow),
    high: meanOf(({ boundHigh }) => boundHigh),
    ofWindow: between,
    count,
    standardError: Math.sqrt(spread / count),
  };
}

/** The current window against them: t with k − 1 degrees of freedom. `unit` turns a plain difference into the drop's unit. */
export function pastTest(
  metric: PerformanceMetric,
  current: MetricValue,
  level: PastLevel,
  errorDeviation: number | null
): DropTest | null {
  const scale = metricScale(metric);
  const at = (value: number | null) => scale.to(value ?? 0, current.rows);
  const spread = {
    test: 'past_windows',
    standardError: Math.sqrt(level.ofWindow + level.standardError ** 2),
    degrees: level.count - 1,
  };
  if (isSigned(metric)) {
    if (errorDeviation === null || !(errorDeviation > 0)) {
      return null;
    }
    const drop = (Math.abs(at(current.value)) - Math.abs(level.mean)) / errorDeviation;
    const standardError = spread.standardError / errorDeviation;
    return { ...spread, standardError, drop, least: drop, most: drop, toDrop: (scaled) => scaled };
  }
  const sign = isLoss(metric) ? 1 : -1;
  const ends = [sign * (at(current.boundLow) - level.high), sign * (at(current.boundHigh) - level.low)];
  const before = scale.from(level.mean);
  return {
    ...spread,
    drop: sign * (at(current.value) - level.mean),
    least: Math.min(...ends),
    most: Math.max(...ends),
    toDrop: (scaled) => {
      const now = scale.from(level.mean + sign * scaled);
      return isRelativeLoss(metric) ? now / before - 1 : sign * (now - before);
    },
  };
}

function isRelativeLoss(metric: PerformanceMetric): boolean {
  return isLoss(metric) && metric !== 'calibration_error';
}

/** The level of past windows as a metric's value, with the interval of their mean. */
export function pastValue(metric: PerformanceMetric, level: PastLevel, past: readonly MetricValue[]): MetricValue {
  const { from } = metricScale(metric);
  const half = studentQuantile(0.05, level.count - 1) * level.standardError;
  return {
    value: from(level.mean),
    boundLow: from(level.low),
    boundHigh: from(level.high),
    low: from(level.low - half),
    high: from(level.high + half),
    rows: past.reduce((sum, { rows }) => sum + rows, 0),
  };
}
