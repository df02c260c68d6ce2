import type { Distribution } from '../../distribution/Distribution';
import { histogramMoments } from '../../distribution/histogramMoments';
import { momentsOf } from '../../distribution/moments';
import { quantile } from '../../distribution/quantile';
import type { Bracket } from './knotDistances';

/** Below this deviation the baseline counts as constant, so that a normed distance stays finite. */
export const SMALLEST_SCALE = 0.001;
/** Distance of the quartiles of a normal distribution in standard deviations. */
const NORMAL_QUARTILE_RANGE = 1.3489795003921634;

/**
 * max(population standard deviation of the baseline, 0.001): the unit of a normed distance, with its bounds. Of
 * quantiles the deviation of a normal distribution with the same quartiles. Null where there is none.
 */
export function baselineScale(baseline: Distribution): Bracket | null {
  const deviation = deviationOf(baseline);
  if (deviation === null) {
    return null;
  }
  const { low, estimate, high } = deviation;
  return {
    low: Math.max(SMALLEST_SCALE, low),
    estimate: Math.max(SMALLEST_SCALE, estimate),
    high: Math.max(SMALLEST_SCALE, high),
  };
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
