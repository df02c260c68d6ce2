import { cdfKnots } from '../../distribution/cdf/cdfKnots';
import type { Distribution } from '../../distribution/Distribution';
import { alignedMeasures } from './alignedMeasures';
import { type Bracket, largestKnotDistance } from './knotDistances';

/**
 * The KS distance of two ordered distributions with values and what it is certain to lie between, and where it is
 * largest; NaN where it is 0.
 */
export function ksBounds(baseline: Distribution, current: Distribution): Bracket & { readonly at: number } {
  const aligned = alignedMeasures(baseline, current);
  if (aligned !== null) {
    return aligned.largest;
  }
  const f = cdfKnots(baseline);
  const g = cdfKnots(current);
  return f === null || g === null ? { low: 0, estimate: 0, high: 1, at: NaN } : largestKnotDistance(f, g);
}
