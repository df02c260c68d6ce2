import type { PerformanceDecision } from '../../query/performanceQuery';
import { isLoss, isSigned, type PerformanceMetric } from '../../query/performanceMetric';
import type { MetricValue } from '../../statistics/performance/MetricValue';
import type { DropTest } from './DropTest';

/** The drop of a metric from which it is worse, in the unit in which drops are shown. */
export function thresholdOf(metric: PerformanceMetric, { thresholds }: PerformanceDecision): number {
  if (metric === 'calibration_error') {
    return thresholds.calibration;
  }
  if (metric === 'bias') {
    return thresholds.bias;
  }
  return isRelative(metric) ? thresholds.loss : thresholds.drop;
}

/** Whether a drop is a share of the baseline's value. */
export function isRelative(metric: PerformanceMetric): boolean {
  return (isLoss(metric) && metric !== 'calibration_error') || metric === 'business_value';
}

/** A value with its bounds and standard error, in the metric's own unit. */
export interface Measured {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly standardError: number;
  readonly degrees: number;
}

export function measured(
  { value, boundLow, boundHigh }: MetricValue,
  standardError: number,
  degrees: number
): Measured {
  return { value: value ?? NaN, low: boundLow ?? NaN, high: boundHigh ?? NaN, standardError, degrees };
}

export interface DropContext {
  /** What a bias is counted in: standard deviations of the baseline's errors, for shares 1. */
  readonly errorDeviation: number | null;
  /** Labelled rows with predictions on each side, for `business_value`. */
  readonly rows: { readonly baseline: number; readonly current: number };
}

/** Two independent values as a drop with Welch's degrees of freedom; null where the drop is undefined: a loss of 0 before. */
export function dropBetween(
  metric: PerformanceMetric,
  baseline: Measured,
  current: Measured,
  context: DropContext,
  test: string
): DropTest | null {
  if (isSigned(metric)) {
    return ofBias(baseline, current, context, test);
  }
  if (metric === 'business_value') {
    const before = perRow(baseline, context.rows.baseline);
    const scale = Math.abs(before.value);
    return scale > 0 ? linear(before, perRow(current, context.rows.current), -1 / scale, test) : null;
  }
  return isRelative(metric)
    ? ofLoss(baseline, current, test)
    : linear(baseline, current, isLoss(metric) ? 1 : -1, test);
}

function linear(baseline: Measured, current: Measured, factor: number, test: string): DropTest {
  const ends = [factor * (current.low - baseline.high), factor * (current.high - baseline.low)];
  return {
    test,
    drop: factor * (current.value - baseline.value),
    least: Math.min(...ends),
    most: Math.max(...ends),
    ...welch(factor * baseline.standardError, baseline.degrees, factor * current.standardError, current.degrees),
    toDrop: (scaled) => scaled,
  };
}

/** The ratio of losses on the logarithm: the same test whichever unit they are in. */
function ofLoss(baseline: Measured, current: Measured, test: string): DropTest | null {
  if (!(baseline.low > 0)) {
    return null;
  }
  // A loss of 0 now is better by more than any factor.
  const log = (value: number) => Math.log(Math.max(value, 1e-12 * baseline.value));
  const now = Math.max(current.value, 1e-12 * baseline.value);
  return {
    test,
    drop: log(current.value) - log(baseline.value),
    least: log(current.low) - log(baseline.high),
    most: log(current.high) - log(baseline.low),
    ...welch(baseline.standardError / baseline.value, baseline.degrees, current.standardError / now, current.degrees),
    toDrop: Math.expm1,
  };
}

/** How much farther from 0 the mean error is, in standard deviations of the baseline's errors. */
function ofBias(baseline: Measured, current: Measured, { errorDeviation }: DropContext, test: string): DropTest | null {
  if (errorDeviation === null || !(errorDeviation > 0)) {
    return null;
  }
  const size = ({ value, low, high, ...rest }: Measured): Measured => ({
    ...rest,
    value: Math.abs(value),
    low: low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high)),
    high: Math.max(Math.abs(low), Math.abs(high)),
  });
  return linear(size(baseline), size(current), 1 / errorDeviation, test);
}

function perRow(side: Measured, rows: number): Measured {
  const { value, low, high, standardError, degrees } = side;
  return { value: value / rows, low: low / rows, high: high / rows, standardError: standardError / rows, degrees };
}

/** The standard error of a difference and B. Welch's degrees of freedom (1947). */
function welch(a: number, degreesA: number, b: number, degreesB: number) {
  const [v, w] = [a * a, b * b];
  const degrees = v + w > 0 ? (v + w) ** 2 / (v ** 2 / degreesA + w ** 2 / degreesB) : Math.min(degreesA, degreesB);
  return { standardError: Math.sqrt(v + w), degrees };
}
