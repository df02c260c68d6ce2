import type { Distribution, Histogram } from '../../distribution/Distribution';
import { histogramMoments } from '../../distribution/histogramMoments';
import { momentsOf } from '../../distribution/moments';
import { quantile } from '../../distribution/quantile';
import type { Bracket } from './knotDistances';

/** Below this deviation the measure `wasserstein_normed` takes a baseline for constant, as Evidently does. */
const FLOOR = 0.001;
/** Distance of the quartiles of a normal distribution in standard deviations. */
const NORMAL_QUARTILE_RANGE = 1.3489795003921634;
/** A deviation below this share of the values is the rounding of doubles, not a scale: 2^-48. */
const ROUNDING = 2 ** -48;

/**
 * Population standard deviation of the baseline, the unit of the effect, with its bounds. Of quantiles the deviation of a
 * normal distribution with the same quartiles. No absolute floor, so that a verdict doesn't depend on the unit. Null where
 * there is none: the values are equal but for the rounding of doubles.
 */
export function baselineScale(baseline: Distribution): Bracket | null {
  const deviation = deviationOf(baseline);
  return deviation === null || !(deviation.high > ROUNDING * largestValue(baseline)) ? null : deviation;
}

/** max(population standard deviation of the baseline, 0.001): the unit of the measure `wasserstein_normed`. Null as above, for want of values. */
export function flooredScale(baseline: Distribution): Bracket | null {
  const deviation = deviationOf(baseline);
  if (deviation === null) {
    return null;
  }
  const { low, estimate, high } = deviation;
  return { low: Math.max(FLOOR, low), estimate: Math.max(FLOOR, estimate), high: Math.max(FLOOR, high) };
}

function largestValue(baseline: Distribution): number {
  switch (baseline.kind) {
    case 'samples': {
      const { sorted } = baseline;
      return sorted.length === 0 ? 0 : Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
    }
    case 'histogram':
      return largestEdge(baseline);
    case 'quantiles':
      return Math.max(0, ...Array.from(baseline.values, (value) => (Number.isFinite(value) ? Math.abs(value) : 0)));
    case 'categories':
      return 0;
  }
}

/** Of the buckets that hold values. */
function largestEdge({ edges, bins }: Histogram): number {
  let largest = 0;
  for (let i = 0; i < bins.length; i++) {
    for (const edge of bins[i] > 0 ? [edges[i], edges[i + 1]] : []) {
      largest = Number.isFinite(edge) ? Math.max(largest, Math.abs(edge)) : largest;
    }
  }
  return largest;
}

function deviationOf(baseline: Distribution): Bracket | null {
  switch (baseline.kind) {
    case 'samples': {
      const deviation = momentsOf(baseline.sorted)?.deviation;
      return deviation === undefined ? null : { low: deviation, estimate: deviation, high: deviation };
    }
    case 'histogram': {
      const moments = histogramMoments(baseline);
      return moments === null
        ? null
        : { low: moments.deviationLow, estimate: moments.deviation, high: moments.deviationHigh };
    }
    case 'quantiles': {
      const lower = quantile(baseline, 0.25);
      const upper = quantile(baseline, 0.75);
      const deviation = lower === null || upper === null ? null : (upper - lower) / NORMAL_QUARTILE_RANGE;
      return deviation === null ? null : { low: deviation, estimate: deviation, high: deviation };
    }
    case 'categories':
      return null;
  }
}
