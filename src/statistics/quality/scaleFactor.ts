import type { Distribution } from '../../distribution/Distribution';
import { quantile } from '../../distribution/quantile';
import { scaleDistribution } from '../../distribution/scaleDistribution';
import { summarize } from '../../distribution/summarize';
import { certainDistance } from './certainDistance';
import { knownFactor } from './knownFactors';

export interface ScaleFactor {
  /** What the baseline's values must be multiplied by to become the current ones. */
  readonly factor: number;
  /** Largest difference of the distribution functions after scaling, as far as it is certain, from 0 to 1. */
  readonly difference: number;
  /** The same before scaling. */
  readonly differenceBefore: number;
  /** What the factor is known as; null where it is none of the usual ones. */
  readonly name: string | null;
}

const PROBABILITIES = Array.from({ length: 17 }, (_, i) => 0.1 + 0.05 * i);
const LEAST_FACTOR = 1.25;
/** A factor this near to one of the known is taken for it; a ratio of means is less certain than one of many quantiles. */
const NEAR = 0.03;
const NEAR_BY_MEAN = 0.06;
/** As many different quantiles must agree: two spikes agree with any factor. */
const LEAST_DIFFERENT = 5;
/** After scaling: largest difference of the distributions, and relative one of quantiles and moments. */
const NAMED = { distance: 0.1, relative: 0.1 };
/** A factor that no pair of units has must fit better. */
const UNNAMED = { distance: 0.05, relative: 0.03 };
/** Scaling must explain a difference that is there, and most of it. */
const LEAST_BEFORE = 0.1;
const EXPLAINED = 0.5;
/** Distributions that hardly overlap may differ more after scaling: of pressures each day has its own. */
const APART = 0.95;

/**
 * The constant by which all values grew, as a change of units makes them; null where there is none. After scaling the
 * distributions must agree, and clearly better than before, for all that buckets tell; and so must the mean, the standard
 * deviation and most quantiles. Where nothing overlapped before, it is enough that all quantiles keep their proportions.
 */
export function scaleFactor(baseline: Distribution, current: Distribution): ScaleFactor | null {
  const ratios = quantileRatios(baseline, current);
  if (ratios === null) {
    return null;
  }
  const moments = momentRatios(baseline, current);
  const median = ratios[ratios.length >> 1];
  for (const [ratio, near] of [[moments[0] ?? median, NEAR_BY_MEAN] as const, [median, NEAR] as const]) {
    const known = knownFactor(ratio, near);
    const factor = known?.factor ?? ratio;
    const scaled = isLarge(factor) ? scaleDistribution(baseline, factor) : null;
    if (scaled !== null) {
      const [differenceBefore, difference] = [baseline, scaled].map((one) => certainDistance(one, current));
      const fit = { difference, differenceBefore, ratios, moments, factor };
      if (agrees(fit, known === undefined ? UNNAMED : NAMED)) {
        return { factor, difference, differenceBefore, name: known?.name ?? null };
      }
    }
  }
  return null;
}

interface Fit {
  readonly difference: number;
  readonly differenceBefore: number;
  readonly ratios: readonly number[];
  readonly moments: readonly number[];
  readonly factor: number;
}

function agrees({ difference, differenceBefore, ratios, moments, factor }: Fit, most: typeof NAMED): boolean {
  const off = ratios.map((ratio) => Math.abs(ratio / factor - 1)).sort((a, b) => a - b);
  const offMoments = moments.map((ratio, i) => Math.abs(ratio / (i === 0 ? factor : Math.abs(factor)) - 1));
  const isAlike =
    differenceBefore >= LEAST_BEFORE &&
    difference <= most.distance &&
    difference <= EXPLAINED * differenceBefore &&
    Math.max(off[off.length >> 1], ...offMoments) <= most.relative;
  return isAlike || (differenceBefore >= APART && off[off.length - 1] <= most.relative);
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
