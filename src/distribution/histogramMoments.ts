import type { Histogram } from './Distribution';
import { infiniteAbove, infiniteBelow, numberOfValues } from './numberOfValues';

/** Mean and population standard deviation of counts between edges, with what they are certain to lie between. */
export interface HistogramMoments {
  readonly mean: number;
  readonly meanLow: number;
  readonly meanHigh: number;
  readonly deviation: number;
  readonly deviationLow: number;
  readonly deviationHigh: number;
}

/**
 * Null where an unbounded bucket carries values or there are none.
 *
 * Each value is its bucket's middle plus an error of at most half the width w. So the mean is that of the middles give
 * or take Σp·w/2, and by Minkowski's inequality the deviation that of the middles give or take sqrt(Σp·w²/4). The
 * estimate of the deviation adds the variance w²/12 of values spread evenly over each bucket. What the store knows of
 * the moments itself replaces the estimate, and bounds too where its counts are exact.
 */
export function histogramMoments(histogram: Histogram): HistogramMoments | null {
  let moments = remembered.get(histogram);
  if (moments === undefined) {
    moments = computeMoments(histogram);
    remembered.set(histogram, moments);
  }
  return moments;
}

/** One baseline is compared with many windows. */
const remembered = new WeakMap<Histogram, HistogramMoments | null>();

function computeMoments(histogram: Histogram): HistogramMoments | null {
  const total = numberOfValues(histogram);
  if (!(total > 0) || infiniteBelow(histogram) > 0 || infiniteAbove(histogram) > 0) {
    return null;
  }
  const grouped = groupedMoments(histogram, total);
  if (!Number.isFinite(grouped.mean) || !Number.isFinite(grouped.slack) || !Number.isFinite(grouped.variance)) {
    return null;
  }
  const { mean, slack } = grouped;
  const spread = Math.sqrt(grouped.variance);
  const reach = Math.sqrt(grouped.squaredSlack);
  const { mean: knownMean, standardDeviation: knownDeviation, guarantee } = histogram;
  const exactMean = guarantee === 'exact' ? knownMean : undefined;
  const exactDeviation = guarantee === 'exact' ? knownDeviation : undefined;
  return {
    mean: knownMean ?? mean,
    meanLow: exactMean ?? mean - slack,
    meanHigh: exactMean ?? mean + slack,
    deviation: knownDeviation ?? Math.sqrt(grouped.variance + grouped.squaredSlack / 3),
    deviationLow: exactDeviation ?? Math.max(0, spread - reach),
    deviationHigh: exactDeviation ?? spread + reach,
  };
}

/** Moments of the buckets' middles, and the mean and mean square of their half widths. */
function groupedMoments(histogram: Histogram, total: number) {
  const { edges, bins } = histogram;
  const least = histogram.minimum ?? -Infinity;
  const most = histogram.maximum ?? Infinity;
  let mean = 0;
  let slack = 0;
  for (let i = 0; i < bins.length; i++) {
    if (bins[i] > 0) {
      const low = lowerEnd(edges, i, least);
      const half = upperEnd(edges, i, most) / 2 - low / 2;
      mean += (bins[i] / total) * (low + half);
      slack += (bins[i] / total) * half;
    }
  }
  let variance = 0;
  let squaredSlack = 0;
  for (let i = 0; i < bins.length; i++) {
    if (bins[i] > 0) {
      const low = lowerEnd(edges, i, least);
      const half = upperEnd(edges, i, most) / 2 - low / 2;
      const deviation = low + half - mean;
      variance += (bins[i] / total) * deviation * deviation;
      squaredSlack += (bins[i] / total) * half * half;
    }
  }
  return { mean, slack, variance, squaredSlack };
}

/** The ends of a bin, narrowed by a known minimum and maximum. */
function lowerEnd(edges: Float64Array, bin: number, least: number): number {
  return least > edges[bin] ? Math.min(least, edges[bin + 1]) : edges[bin];
}

function upperEnd(edges: Float64Array, bin: number, most: number): number {
  return most < edges[bin + 1] ? Math.max(most, edges[bin]) : edges[bin + 1];
}
