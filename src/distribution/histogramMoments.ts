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
  const total = numberOfValues(histogram);
  if (!(total > 0) || infiniteBelow(histogram) > 0 || infiniteAbove(histogram) > 0) {
    return null;
  }
  const { bins, mean: knownMean, standardDeviation: knownDeviation, guarantee } = histogram;
  const [low, high] = boundedEdges(histogram);
  let mean = 0;
  let slack = 0;
  for (let i = 0; i < bins.length; i++) {
    if (bins[i] > 0) {
      const share = bins[i] / total;
      mean += share * (low[i] / 2 + high[i] / 2);
      slack += share * (high[i] / 2 - low[i] / 2);
    }
  }
  let variance = 0;
  let squaredSlack = 0;
  for (let i = 0; i < bins.length; i++) {
    if (bins[i] > 0) {
      const share = bins[i] / total;
      variance += share * (low[i] / 2 + high[i] / 2 - mean) ** 2;
      squaredSlack += share * (high[i] / 2 - low[i] / 2) ** 2;
    }
  }
  if (!Number.isFinite(mean) || !Number.isFinite(slack) || !Number.isFinite(variance + squaredSlack)) {
    return null;
  }
  const spread = Math.sqrt(variance);
  const reach = Math.sqrt(squaredSlack);
  const isKnown = guarantee === 'exact';
  return {
    mean: knownMean ?? mean,
    meanLow: isKnown && knownMean !== undefined ? knownMean : mean - slack,
    meanHigh: isKnown && knownMean !== undefined ? knownMean : mean + slack,
    deviation: knownDeviation ?? Math.sqrt(variance + squaredSlack / 3),
    deviationLow: isKnown && knownDeviation !== undefined ? knownDeviation : Math.max(0, spread - reach),
    deviationHigh: isKnown && knownDeviation !== undefined ? knownDeviation : spread + reach,
  };
}

/** Lower and upper ends of all bins, narrowed by a known minimum and maximum. */
function boundedEdges({ edges, bins, minimum, maximum }: Histogram): [Float64Array, Float64Array] {
  const least = minimum ?? -Infinity;
  const most = maximum ?? Infinity;
  const low = new Float64Array(bins.length);
  const high = new Float64Array(bins.length);
  for (let i = 0; i < bins.length; i++) {
    low[i] = Math.max(edges[i], Math.min(least, edges[i + 1]));
    high[i] = Math.min(edges[i + 1], Math.max(most, edges[i]));
  }
  return [low, high];
}
