import type { Distribution, Histogram } from '../../distribution/Distribution';
import { countsValues, numberIn, pointsOf } from '../../distribution/pointsOf';

/**
 * Numbers of values in two histograms pooled that are known to be equal, in ascending order of the values: those in a bucket
 * of a single number are, any other stands alone. Where some are equal all the same, a p-value with these groups is above
 * that of the raw values, and below one without any. Null where no values are known to be equal, and where the buckets of
 * both do not tell in which order they lie.
 */
export function tieGroupsOfHistograms(baseline: Distribution, current: Distribution): Float64Array | null {
  if (baseline.kind !== 'histogram' || current.kind !== 'histogram') {
    return null;
  }
  return haveSameEdges(baseline, current) ? groupsByBucket(baseline, current) : groupsOfPoints(baseline, current);
}

function haveSameEdges({ edges: a }: Histogram, { edges: b }: Histogram): boolean {
  return a.length === b.length && a.every((edge, i) => edge === b[i]);
}

function groupsByBucket(baseline: Histogram, current: Histogram): Float64Array | null {
  const sides = [baseline, current];
  if (!sides.every(countsValues)) {
    return null;
  }
  const groups: number[] = [];
  let knowsTies = false;
  for (let bin = 0; bin < baseline.bins.length; bin++) {
    const holding = sides.filter(({ bins }) => bins[bin] > 0);
    const count = holding.reduce((sum, { bins }) => sum + bins[bin], 0);
    const [value, other = value] = holding.map((side) => numberIn(side, bin));
    if (count > 1 && value !== null && value === other) {
      groups.push(count);
      knowsTies = true;
    } else {
      for (let i = 0; i < count; i++) {
        groups.push(1);
      }
    }
  }
  return knowsTies ? Float64Array.from(groups) : null;
}

function groupsOfPoints(baseline: Histogram, current: Histogram): Float64Array | null {
  const pooled = new Map<number, number>();
  for (const side of [baseline, current]) {
    const points = pointsOf(side);
    if (points === null) {
      return null;
    }
    points.values.forEach((value, i) => pooled.set(value, (pooled.get(value) ?? 0) + points.counts[i]));
  }
  return Float64Array.from(
    [...pooled].sort(([a], [b]) => a - b),
    ([, count]) => count
  );
}
