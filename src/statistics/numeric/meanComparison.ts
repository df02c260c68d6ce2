import type { Distribution, Samples } from '../../distribution/Distribution';
import { histogramMoments } from '../../distribution/histogramMoments';
import { momentsOf } from '../../distribution/moments';
import { numberOfValues } from '../../distribution/numberOfValues';
import { hasInfinite, whyNotNumeric } from './numericInput';

/** A figure with what it is certain to lie between. */
export interface Interval {
  readonly low: number;
  readonly estimate: number;
  readonly high: number;
}

/** What a t-test needs of two samples. */
export interface MeanComparison {
  readonly n: number;
  readonly m: number;
  /** Mean of the baseline less that of the current sample. */
  readonly gap: Interval;
  /** Sample variances, with n − 1. */
  readonly baselineVariance: Interval;
  readonly currentVariance: Interval;
  readonly guarantee: 'exact' | 'bounded' | 'approximate';
}

/**
 * Means and variances of two samples, exact for raw values and for histograms whose store knows their mean and standard
 * deviation, otherwise with bounds from the buckets. Everything is in a unit of its own, relative to a value of the
 * baseline, so that neither a large offset costs digits nor the square of a huge or tiny number is lost: only ratios of
 * these figures mean anything. Where the variance is pooled one side may be a single value, which adds none.
 */
export function compareMeans(
  baseline: Distribution,
  current: Distribution,
  variances: 'own' | 'pooled'
): MeanComparison | { undefinedReason: string } {
  const reason = whyNoMeans(baseline, current, variances);
  if (reason !== null) {
    return { undefinedReason: reason };
  }
  const pivot = baseline.kind === 'samples' ? baseline.sorted[baseline.sorted.length >>> 1] : 0;
  const halfUnit = Math.max(reachOf(baseline, pivot), reachOf(current, pivot));
  const a = sideOf(baseline, pivot, halfUnit);
  const b = sideOf(current, pivot, halfUnit);
  if (a === null || b === null) {
    return { undefinedReason: 'values lie in a bucket without a bound, or too far apart for their variance' };
  }
  const isExact = a.guarantee === 'exact' && b.guarantee === 'exact';
  const isApproximate = a.guarantee === 'approximate' || b.guarantee === 'approximate';
  return {
    n: a.size,
    m: b.size,
    gap: {
      low: a.mean.low - b.mean.high,
      estimate: a.mean.estimate - b.mean.estimate,
      high: a.mean.high - b.mean.low,
    },
    baselineVariance: a.variance,
    currentVariance: b.variance,
    guarantee: isExact ? 'exact' : isApproximate ? 'approximate' : 'bounded',
  };
}

function whyNoMeans(baseline: Distribution, current: Distribution, variances: 'own' | 'pooled'): string | null {
  const reason = whyNotNumeric(baseline, current);
  if (reason !== null) {
    return reason;
  }
  if (hasInfinite(baseline) || hasInfinite(current)) {
    return `the ${hasInfinite(baseline) ? 'baseline' : 'current sample'} has infinite values, and so no mean`;
  }
  if (baseline.kind === 'quantiles' || current.kind === 'quantiles') {
    return 'quantiles alone give no mean';
  }
  const n = numberOfValues(baseline);
  const m = numberOfValues(current);
  if (variances === 'pooled') {
    return Math.min(n, m) < 1 || n + m < 3 ? 'both samples together have fewer than three values' : null;
  }
  return Math.min(n, m) < 2 ? 'a side has fewer than two values' : null;
}

interface Side {
  readonly size: number;
  readonly mean: Interval;
  readonly variance: Interval;
  readonly guarantee: 'exact' | 'bounded' | 'approximate';
}

/** Half of how far values lie from the pivot, about; halves, since the whole may be more than a double holds. */
function reachOf(distribution: Distribution, pivot: number): number {
  if (distribution.kind === 'samples') {
    const { sorted } = distribution;
    return Math.max(pivot / 2 - sorted[0] / 2, sorted[sorted.length - 1] / 2 - pivot / 2);
  }
  const moments = distribution.kind === 'histogram' ? histogramMoments(distribution) : null;
  return moments === null ? 0 : Math.max(moments.deviationHigh / 2, Math.abs(moments.mean / 2 - pivot / 2));
}

function sideOf(distribution: Distribution, pivot: number, halfUnit: number): Side | null {
  const size = numberOfValues(distribution);
  const toSample = size > 1 ? size / (size - 1) : 0;
  if (distribution.kind === 'samples') {
    const moments = momentsOf(relative(distribution, pivot, halfUnit));
    const variance = moments === null ? NaN : moments.deviation ** 2 * toSample;
    return moments === null || !Number.isFinite(variance)
      ? null
      : { size, mean: exactly(moments.mean), variance: exactly(variance), guarantee: 'exact' };
  }
  const moments = distribution.kind === 'histogram' ? histogramMoments(distribution) : null;
  if (moments === null || distribution.kind !== 'histogram') {
    return null;
  }
  const { mean, meanLow, meanHigh, deviation, deviationLow, deviationHigh } = moments;
  const isKnown = meanLow === meanHigh && deviationLow === deviationHigh;
  const place = (x: number) => (halfUnit > 0 ? (x / 2 - pivot / 2) / halfUnit : 0);
  const variance = (x: number) => (halfUnit > 0 ? (x / 2 / halfUnit) ** 2 * toSample : 0);
  return {
    size,
    mean: { low: place(meanLow), estimate: place(mean), high: place(meanHigh) },
    variance: { low: variance(deviationLow), estimate: variance(deviation), high: variance(deviationHigh) },
    guarantee: distribution.guarantee === 'approximate' ? 'approximate' : isKnown ? 'exact' : 'bounded',
  };
}

function exactly(value: number): Interval {
  return { low: value, estimate: value, high: value };
}

function relative({ sorted }: Samples, pivot: number, halfUnit: number): Float64Array {
  const result = new Float64Array(sorted.length);
  if (halfUnit > 0) {
    for (let i = 0; i < sorted.length; i++) {
      result[i] = (sorted[i] / 2 - pivot / 2) / halfUnit;
    }
  }
  return result;
}
