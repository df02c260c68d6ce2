import type { MetricValue } from './MetricValue';

export type Range = readonly [low: number, high: number];

/** A value that is known exactly; without a finite interval `low` and `high` are null. */
export function exactMetric(value: number, rows: number, interval: Range | null): MetricValue {
  return boundedMetric([value, value], rows, interval);
}

/** A value that surely lies between two bounds; its value is their middle. */
export function boundedMetric([from, to]: Range, rows: number, interval: Range | null): MetricValue {
  const [boundLow, boundHigh] = from <= to ? [from, to] : [(from + to) / 2, (from + to) / 2];
  const value = boundLow === boundHigh ? boundLow : boundLow + (boundHigh - boundLow) / 2;
  if (!Number.isFinite(value)) {
    return undefinedMetric('it is beyond the largest number', rows);
  }
  const isKnown = interval !== null && interval.every(Number.isFinite);
  return {
    value,
    boundLow,
    boundHigh,
    low: isKnown ? Math.min(interval[0], boundLow) : null,
    high: isKnown ? Math.max(interval[1], boundHigh) : null,
    rows,
  };
}

export function undefinedMetric(reason: string, rows = 0): MetricValue {
  return { value: null, boundLow: null, boundHigh: null, low: null, high: null, rows, undefined: reason };
}
