import type { Distribution } from '../../distribution/Distribution';
import { quantile } from '../../distribution/quantile';
import { summarize } from '../../distribution/summarize';
import { knownFactor } from './knownFactors';

export interface ScaleFactor {
  /** What the baseline's values must be multiplied by to become the current ones. */
  readonly factor: number;
  /** Largest relative difference of a quantile after scaling. */
  readonly difference: number;
  /** What the factor is known as; null where it is none of the usual ones. */
  readonly name: string | null;
}

const PROBABILITIES = Array.from({ length: 17 }, (_, i) => 0.1 + 0.05 * i);
/** A shift of the distribution alone seldom keeps all of its proportions so well. */
const MOST_DIFFERENCE = 0.1;
/** A factor that no pair of units has must fit better. */
const MOST_UNNAMED = 0.03;
const LEAST_FACTOR = 1.25;
/** A factor this near to one of the known is taken for it; a ratio of means is less certain than one of many quantiles. */
const NEAR = 0.03;
const NEAR_BY_MEAN = 0.06;
/** As many different quantiles must agree: two spikes agree with any factor. */
const LEAST_DIFFERENT = 5;

/**
 * The constant by which all quantiles from 10 to 90 % grew, as a change of units makes them; null where there is none. Of
 * buckets the quantiles are estimates: there most of them must agree, and the mean and the standard deviation as well.
 */
export function scaleFactor(baseline: Distribution, current: Distribution): ScaleFactor | null {
  const isExact = baseline.kind === 'samples' && current.kind === 'samples';
  const moments = isExact ? [] : momentRatios(baseline, current);
  const ratios = quantileRatios(baseline, current);
  if (ratios === null) {
    return null;
  }
  const middle = moments[0] ?? ratios[ratios.length >> 1];
  const known = knownFactor(middle, isExact ? NEAR : NEAR_BY_MEAN);
  const factor = known?.factor ?? middle;
  if (!isLarge(factor)) {
    return null;
  }
  const off = ratios.map((ratio) => Math.abs(ratio / factor - 1)).sort((a, b) => a - b);
  const offMoments = moments.map((ratio, i) => Math.abs(ratio / (i === 0 ? factor : Math.abs(factor)) - 1));
  const difference = Math.max(isExact ? off[off.length - 1] : off[off.length >> 1], ...offMoments);
  return difference <= (known === undefined ? MOST_UNNAMED : MOST_DIFFERENCE)
    ? { factor, difference, name: known?.name ?? null }
    : null;
}

function isLarge(factor: number): boolean {
  const size = Math.abs(factor);
  return Number.isFinite(factor) && (factor < 0 || size >= LEAST_FACTOR || size <= 1 / LEAST_FACTOR);
}

/** Ascending; null where quantiles don't exist or too few differ. Where the sign turned, the highest became the lowest. */
function quantileRatios(baseline: Distribution, current: Distribution): number[] | null {
  const medians = [quantile(baseline, 0.5), quantile(current, 0.5)];
  const isTurned = (medians[0] ?? 0) * (medians[1] ?? 0) < 0;
  const ratios: number[] = [];
  const different = new Set<number>();
  for (const p of PROBABILITIES) {
    const [before, now] = [quantile(baseline, p), quantile(current, isTurned ? 1 - p : p)];
    if (before === null || now === null) {
      return null;
    }
    if (before !== 0) {
      ratios.push(now / before);
      different.add(before);
    }
  }
  return different.size < LEAST_DIFFERENT ? null : ratios.sort((a, b) => a - b);
}

/** Of the means and of the standard deviations, which stores know exactly; empty where there are none. */
function momentRatios(baseline: Distribution, current: Distribution): number[] {
  const [before, now] = [summarize(baseline), summarize(current)];
  return before.mean && now.mean !== null && before.standardDeviation && now.standardDeviation !== null
    ? [now.mean / before.mean, now.standardDeviation / before.standardDeviation]
    : [];
}
