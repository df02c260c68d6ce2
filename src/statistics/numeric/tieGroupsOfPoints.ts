import type { Distribution } from '../../distribution/Distribution';
import { pointsOf } from '../../distribution/pointsOf';

/**
 * Numbers of equal values in two histograms pooled, in ascending order of the values, where the buckets of both hold a
 * single number each; null elsewhere.
 */
export function tieGroupsOfPoints(baseline: Distribution, current: Distribution): Float64Array | null {
  const sides = [baseline, current].map((side) => (side.kind === 'histogram' ? pointsOf(side) : null));
  const pooled = new Map<number, number>();
  for (const side of sides) {
    if (side === null) {
      return null;
    }
    side.values.forEach((value, i) => pooled.set(value, (pooled.get(value) ?? 0) + side.counts[i]));
  }
  return Float64Array.from(
    [...pooled].sort(([a], [b]) => a - b),
    ([, count]) => count
  );
}
