import type { Distribution } from '../Distribution';
import { countBelow } from '../histogramFromSamples';
import { cdfKnots } from './cdfKnots';

/** The share of values that are at most x, from buckets at the last edge that is not above it; null without ordered values. */
export function shareUpTo(distribution: Distribution, x: number): number | null {
  if (distribution.kind === 'samples') {
    const { sorted } = distribution;
    return sorted.length === 0 ? null : countBelow(sorted, x, true) / sorted.length;
  }
  const knots = cdfKnots(distribution);
  return knots === null ? null : (knots.share[countBelow(knots.x, x, true) - 1] ?? 0);
}
