import { cdfKnots } from '../../distribution/cdf/cdfKnots';
import type { Distribution } from '../../distribution/Distribution';
import { numberOfValues } from '../../distribution/numberOfValues';
import type { Ladder } from './areaNull';
import { shareBetween } from './knotDistances';

/** Rungs of equal share, and as many again that grow finer towards both ends, where the widths are. */
const RUNGS = 128;

/** A ladder of some hundred rungs over ascending finite values: mean shares between chosen order statistics. */
export function ladderOfValues(sorted: Float64Array): Ladder {
  const size = sorted.length;
  const ranks = new Set([0, size - 1]);
  for (let k = 1; k < RUNGS; k++) {
    ranks.add(Math.round((k / RUNGS) * (size - 1)));
    // From one value to a RUNGS-th of all, in equal ratios.
    const tail = Math.round((size / RUNGS) ** (k / RUNGS));
    ranks.add(Math.min(size - 1, tail)).add(Math.max(0, size - 1 - tail));
  }
  const chosen = [...ranks].sort((a, b) => a - b);
  const widths: number[] = [];
  const shares: number[] = [];
  for (let k = 1; k < chosen.length; k++) {
    const [from, to] = [chosen[k - 1], chosen[k]];
    const width = sorted[to] - sorted[from];
    if (width > 0) {
      widths.push(width);
      shares.push(meanShare(sorted, from, to, width));
    }
  }
  return { widths: Float64Array.from(widths), shares: Float64Array.from(shares) };
}

/** Mean of the pooled distribution function between two order statistics. */
function meanShare(sorted: Float64Array, from: number, to: number, width: number): number {
  let area = 0;
  for (let i = from; i < to; i++) {
    area += ((i + 1) / sorted.length) * ((sorted[i + 1] - sorted[i]) / width);
  }
  return Math.min(1, area);
}

/** A ladder over the bounded stretches between knots, at the pooled share in the middle of each; null without knots. */
export function ladderOfKnots(baseline: Distribution, current: Distribution): Ladder | null {
  const f = cdfKnots(baseline);
  const g = cdfKnots(current);
  if (f === null || g === null) {
    return null;
  }
  const weight = numberOfValues(baseline) / (numberOfValues(baseline) + numberOfValues(current));
  const cuts = Float64Array.from(new Set([...f.x, ...g.x].filter(Number.isFinite))).sort();
  const widths = new Float64Array(Math.max(0, cuts.length - 1));
  const shares = new Float64Array(widths.length);
  let i = 0;
  let j = 0;
  for (let k = 0; k < widths.length; k++) {
    while (i < f.x.length && f.x[i] <= cuts[k]) {
      i++;
    }
    while (j < g.x.length && g.x[j] <= cuts[k]) {
      j++;
    }
    const middle = cuts[k] + (cuts[k + 1] - cuts[k]) / 2;
    widths[k] = cuts[k + 1] - cuts[k];
    shares[k] = weight * shareBetween(f, i, middle) + (1 - weight) * shareBetween(g, j, middle);
  }
  return { widths, shares: shares.map((share) => (Number.isNaN(share) ? 0 : share)) };
}
