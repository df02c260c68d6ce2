import { type CdfKnots, cdfKnots } from '../../distribution/cdf/cdfKnots';
import type { Distribution } from '../../distribution/Distribution';
import { ksBounds } from './ksBounds';
import { wassersteinDistance } from './wassersteinDistance';

/** A stretch of values inside which shifts could hide. */
export interface BucketToSplit {
  readonly from: number;
  readonly to: number;
  /** KS: the largest distance that could hide here. Wasserstein: how much wider this stretch makes the bounds. */
  readonly hidden: number;
}

export interface SplitRequest {
  readonly measure: 'ks' | 'wasserstein';
  /** The distance (in the measure's own unit) at which the decision turns. */
  readonly threshold: number;
  /** At most so many buckets. */
  readonly limit: number;
}

/**
 * The buckets whose splitting narrows the bounds most, the most promising first, for a source to refine. KS: those in
 * which a distance of the threshold could hide. Wasserstein: those that widen the bounds most; buckets without a bound
 * come first. None where the bounds already lie on one side of the threshold: nothing is left to decide.
 */
export function whichBucketsToSplit(
  baseline: Distribution,
  current: Distribution,
  { measure, threshold, limit }: SplitRequest
): BucketToSplit[] {
  const f = cdfKnots(baseline);
  const g = cdfKnots(current);
  if (f === null || g === null) {
    return [];
  }
  const stretches = stretchesOf(f, g);
  if (measure === 'wasserstein') {
    const area = wassersteinDistance(baseline, current);
    if (!('undefinedReason' in area) && (area.low >= threshold || area.high < threshold)) {
      return [];
    }
    return best(
      stretches.map(widening).filter(({ hidden }) => hidden > 0),
      limit
    );
  }
  const { low, high } = ksBounds(baseline, current);
  if (low >= threshold || high < threshold) {
    return [];
  }
  return best(
    stretches.map(largest).filter(({ hidden }) => hidden >= threshold),
    limit
  );
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly fLow: number;
  readonly fHigh: number;
  readonly gLow: number;
  readonly gHigh: number;
}

/** Between neighboring values at which either has a knot. */
function stretchesOf(f: CdfKnots, g: CdfKnots): Stretch[] {
  const stretches: Stretch[] = [];
  let i = 0;
  let j = 0;
  let from = Math.min(f.x[0], g.x[0]);
  while (i < f.x.length || j < g.x.length) {
    const to = Math.min(f.x[i] ?? Infinity, g.x[j] ?? Infinity);
    if (to > from) {
      const [fLow, fHigh] = [f.share[i - 1] ?? 0, f.share[i] ?? 1];
      const [gLow, gHigh] = [g.share[j - 1] ?? 0, g.share[j] ?? 1];
      if (fHigh > fLow || gHigh > gLow) {
        stretches.push({ from, to, fLow, fHigh, gLow, gHigh });
      }
      from = to;
    }
    while (f.x[i] === to) {
      i++;
    }
    while (g.x[j] === to) {
      j++;
    }
  }
  return stretches;
}

function largest({ from, to, fLow, fHigh, gLow, gHigh }: Stretch): BucketToSplit {
  return { from, to, hidden: Math.max(fHigh - gLow, gHigh - fLow) };
}

function widening(stretch: Stretch): BucketToSplit {
  const { from, to, fLow, fHigh, gLow, gHigh } = stretch;
  const least = Math.max(0, fLow - gHigh, gLow - fHigh);
  return { from, to, hidden: (to - from) * (largest(stretch).hidden - least) };
}

function best(buckets: BucketToSplit[], limit: number): BucketToSplit[] {
  return buckets.sort((a, b) => b.hidden - a.hidden || a.from - b.from).slice(0, limit);
}
