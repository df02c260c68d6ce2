import type { PerformanceMetric } from '../../query/performanceMetric';
import type { MetricValue } from '../../statistics/performance/MetricValue';
import { studentQuantile } from '../../statistics/special/studentQuantile';
import { FEWEST_DAYS } from './dayTest';
import { metricScale, rangeOf } from './metricScale';
import type { PastLevel } from './pastTest';
import type { SideMeasures } from './SideMeasures';

/** What the rows of an interval are taken to vary by. */
export type IntervalOf = 'days' | 'past_windows' | 'rows' | 'nothing';

export interface ShownValue {
  readonly value: MetricValue;
  readonly intervalOf: IntervalOf;
}

/** Fewer days give no interval at all. */
const FEWEST_FOR_INTERVAL = 5;

/**
 * A value with the interval of whole days where that is wider than the one of independent rows, or the only one. With fewer than
 * fourteen days the spread of past windows, if known, else that of the days if there are five, stands for it.
 */
export function shownValue(
  side: SideMeasures,
  metric: PerformanceMetric,
  ofClass: string | undefined,
  level: PastLevel | null
): ShownValue {
  const value = side.value(metric, ofClass);
  if (value.value === null) {
    return { value, intervalOf: 'nothing' };
  }
  if (side.days < FEWEST_DAYS && level !== null) {
    return wider(value, pastInterval(metric, value, level), 'past_windows');
  }
  const jackknife = side.days < FEWEST_FOR_INTERVAL ? null : side.jackknife(metric, ofClass);
  if (jackknife === null || !(jackknife.standardError > 0)) {
    return { value, intervalOf: value.low === null ? 'nothing' : 'rows' };
  }
  const half = studentQuantile(0.05, jackknife.degrees) * jackknife.standardError;
  return wider(value, around(metric, value, half), 'days');
}

function around(metric: PerformanceMetric, value: MetricValue, half: number): readonly [number, number] {
  const [least, most] = rangeOf(metric);
  return [Math.max(least, (value.boundLow ?? 0) - half), Math.min(most, (value.boundHigh ?? 0) + half)];
}

function pastInterval(metric: PerformanceMetric, value: MetricValue, level: PastLevel): readonly [number, number] {
  const { to, from } = metricScale(metric);
  const half = studentQuantile(0.05, level.count - 1) * Math.sqrt(level.ofWindow);
  const ends = [from(to(value.boundLow ?? 0, value.rows) - half), from(to(value.boundHigh ?? 0, value.rows) + half)];
  return [Math.min(...ends, value.boundLow ?? 0), Math.max(...ends, value.boundHigh ?? 0)];
}

function wider(value: MetricValue, [low, high]: readonly [number, number], intervalOf: IntervalOf): ShownValue {
  return value.low === null || value.high === null || high - low > value.high - value.low
    ? { value: { ...value, low, high }, intervalOf }
    : { value, intervalOf };
}
