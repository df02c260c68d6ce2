import { cdfKnots } from '../../distribution/cdf/cdfKnots';
import type { Distribution } from '../../distribution/Distribution';
import { momentsOf } from '../../distribution/moments';
import { alignedMeasures } from './alignedMeasures';
import type { Bracket } from './knotDistances';
import { areaBetweenKnots } from './knotAreas';
import { hasInfinite, whyNotNumeric } from './numericInput';
import { stepAreas } from './stepDistances';

export const TOO_FAR = 'the values are too far apart for their distance to be a number';

/** A distance with its bounds, or why there is none. */
export type Measured = Bracket | { readonly undefinedReason: string };

/** Wasserstein-1 distance ∫|F − G| dx with its bounds, without a p-value: what the effect needs, and nothing random. */
export function wassersteinDistance(baseline: Distribution, current: Distribution): Measured {
  const reason = whyNotMetric(baseline, current);
  if (reason !== null) {
    return { undefinedReason: reason };
  }
  const area = areaBetween(baseline, current);
  if (area === null) {
    return { undefinedReason: 'values lie in a bucket without a bound, and could be any distance away' };
  }
  return Number.isFinite(area.high) ? area : { undefinedReason: TOO_FAR };
}

/** Why distances between these values don't exist, or null where they may. */
export function whyNotMetric(baseline: Distribution, current: Distribution): string | null {
  const infinite = hasInfinite(baseline) ? 'baseline' : hasInfinite(current) ? 'current sample' : null;
  return (
    whyNotNumeric(baseline, current) ??
    (infinite === null ? null : `the ${infinite} has infinite values, which lie at no finite distance`)
  );
}

function areaBetween(baseline: Distribution, current: Distribution): Bracket | null {
  if (baseline.kind === 'samples' && current.kind === 'samples') {
    const area = stepAreas(baseline.sorted, current.sorted).absolute;
    return { low: area, estimate: area, high: area };
  }
  const bracket = boundsOf(baseline, current);
  if (bracket === null) {
    return null;
  }
  // Means that the stores know are never further apart than the distributions: approximately so where counts are.
  const apart = meanGap(baseline, current);
  const low = Math.min(bracket.high, Math.max(bracket.low, apart));
  return { ...bracket, low, estimate: Math.max(low, bracket.estimate) };
}

function boundsOf(baseline: Distribution, current: Distribution): Bracket | null {
  const aligned = alignedMeasures(baseline, current);
  if (aligned !== null) {
    return aligned.area;
  }
  const f = cdfKnots(baseline);
  const g = cdfKnots(current);
  return f === null || g === null ? null : areaBetweenKnots(f, g);
}

function meanGap(baseline: Distribution, current: Distribution): number {
  const a = knownMean(baseline);
  const b = knownMean(current);
  return a === null || b === null ? 0 : Math.abs(a - b);
}

/** Beside its buckets: of all values, or `_sum / _count` of a Prometheus histogram. */
function knownMean(distribution: Distribution): number | null {
  const mean =
    distribution.kind === 'samples'
      ? (momentsOf(distribution.sorted)?.mean ?? NaN)
      : distribution.kind === 'histogram'
        ? (distribution.mean ?? NaN)
        : NaN;
  return Number.isFinite(mean) ? mean : null;
}
