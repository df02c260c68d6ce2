import type { Outcomes } from '../../outcomes/Outcomes';
import { isLoss, isSigned, type PerformanceMetric } from '../../query/performanceMetric';
import { measurePerformance } from '../../statistics/performance/measurePerformance';
import type { MetricRoles } from '../../statistics/performance/MetricRoles';
import type { MetricValue } from '../../statistics/performance/MetricValue';
import { mergeOutcomes } from '../../outcomes/mergeOutcomes';
import { holm } from '../../statistics/corrections/holm';
import { chiSquareUpperTail } from '../../statistics/special/chiSquareUpperTail';
import { byInterval } from './rowTest';

/** One part of the rows, before and now. */
export interface Slice {
  readonly segment: Readonly<Record<string, string>>;
  readonly baseline: Outcomes;
  readonly current: Outcomes;
}

/** What a slice adds to a drop; positive is worse, in the metric's own unit. */
export interface SliceDrop {
  /** Null stands for all slices that are too small to be named. */
  readonly segment: Readonly<Record<string, string>> | null;
  readonly baseline: MetricValue;
  readonly current: MetricValue;
  /** Because it has another share of the rows than before; null where the metric is no mean of rows. */
  readonly mix: number | null;
  /** Because the metric changed in it; null where the metric is no mean of rows. */
  readonly within: number | null;
  /** The metric's drop in the slice itself; null where it is undefined on a side. */
  readonly drop: number | null;
  /** Of that drop, rows taken as independent, after Holm over the slices. A hint where to look, not a verdict. */
  readonly pAdjusted: number | null;
}

export interface DropExplanation {
  readonly metric: PerformanceMetric;
  /** Over all slices together; positive is worse. */
  readonly drop: number | null;
  /** Sums over slices: together they are the drop. Null where the metric is no mean of rows. */
  readonly mix: number | null;
  readonly within: number | null;
  /** What explains most of the drop first; without contributions the largest drop first. */
  readonly slices: readonly SliceDrop[];
}

/** Metrics that are the mean of a figure over the rows in their denominator. */
const MEANS: readonly PerformanceMetric[] = [
  'accuracy',
  'precision',
  'recall',
  'specificity',
  'brier',
  'log_loss',
  'mae',
  'mse',
  'bias',
  'smape',
];

/**
 * Which slices a drop comes from. Of any mean of rows a slice with the shares w₀, w₁ of the rows and the means r₀, r₁ adds
 * (w₁ − w₀)·((r₀ + r₁)/2 − R̄) by the mix and w̄·(r₁ − r₀) within, which add up to the change exactly (the symmetric form of
 * E. Kitagawa 1955). A slice that is missing on a side has the mean of the other side there. Slices with fewer than
 * `minimumCount` rows on both sides together are joined.
 */
export function explainDrop(
  metric: PerformanceMetric,
  slices: readonly Slice[],
  roles: MetricRoles,
  { minimumCount = 0, ofClass }: { readonly minimumCount?: number; readonly ofClass?: string } = {}
): DropExplanation {
  const measure = (outcomes: Outcomes) => measurePerformance(metric, outcomes, roles, ofClass);
  const parts = joinSmall(slices, minimumCount).map(({ segment, baseline, current }) => ({
    segment,
    baseline: measure(baseline),
    current: measure(current),
  }));
  const [before, now] = (['baseline', 'current'] as const).map((side) =>
    measure(mergeOutcomes(slices.map((slice) => slice[side])))
  );
  const sign = isLoss(metric) || isSigned(metric) ? 1 : -1;
  const contributions = MEANS.includes(metric) ? contributionsOf(parts, sign) : null;
  const adjusted = holm(parts.map(({ baseline, current }) => pOfDrop(baseline, current)));
  const found = parts.map((part, i): SliceDrop => ({
    ...part,
    mix: contributions && contributions[i].mix,
    within: contributions && contributions[i].within,
    drop: dropOf(part.baseline, part.current, sign),
    pAdjusted: adjusted[i],
  }));
  return {
    metric,
    drop: dropOf(before, now, sign),
    mix: contributions && sum(contributions.map(({ mix }) => mix)),
    within: contributions && sum(contributions.map(({ within }) => within)),
    slices: found.sort((a, b) => weightOf(b) - weightOf(a)),
  };
}

interface Measured {
  readonly baseline: MetricValue;
  readonly current: MetricValue;
}

function contributionsOf(parts: readonly Measured[], sign: number): Array<{ mix: number; within: number }> {
  const total = (side: keyof Measured) => sum(parts.map((part) => weight(part[side])));
  const [rowsBefore, rowsNow] = [total('baseline'), total('current')];
  const mean = (side: keyof Measured, rows: number) =>
    sum(parts.map((part) => (weight(part[side]) / rows) * (part[side].value ?? 0)));
  const middle = (mean('baseline', rowsBefore) + mean('current', rowsNow)) / 2;
  return parts.map(({ baseline, current }) => {
    const [w0, w1] = [weight(baseline) / rowsBefore, weight(current) / rowsNow];
    const r0 = baseline.value ?? current.value ?? middle;
    const r1 = current.value ?? baseline.value ?? middle;
    return { mix: sign * (w1 - w0) * ((r0 + r1) / 2 - middle), within: (sign * (w0 + w1) * (r1 - r0)) / 2 };
  });
}

function weight({ value, rows }: MetricValue): number {
  return value === null ? 0 : rows;
}

function dropOf(baseline: MetricValue, current: MetricValue, sign: number): number | null {
  return baseline.value === null || current.value === null ? null : sign * (current.value - baseline.value);
}

function pOfDrop(baseline: MetricValue, current: MetricValue): number | null {
  const [a, b] = [byInterval(baseline), byInterval(current)];
  const error = a && b && Math.hypot(a.standardError, b.standardError);
  return a && b && error !== null && error > 0 ? chiSquareUpperTail(((b.value - a.value) / error) ** 2, 1) : null;
}

function joinSmall(
  slices: readonly Slice[],
  minimumCount: number
): Array<Omit<Slice, 'segment'> & Pick<SliceDrop, 'segment'>> {
  const isSmall = ({ baseline, current }: Slice) => baseline.rows + current.rows < minimumCount;
  const small = slices.filter(isSmall);
  const named = slices.filter((slice) => !isSmall(slice));
  const rest = (side: 'baseline' | 'current') => mergeOutcomes(small.map((slice) => slice[side]));
  return small.length === 0
    ? [...named]
    : [...named, { segment: null, baseline: rest('baseline'), current: rest('current') }];
}

function weightOf({ mix, within, drop }: SliceDrop): number {
  return mix === null || within === null ? (drop ?? -Infinity) : mix + within;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
