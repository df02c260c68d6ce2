import { normalQuantile } from '../../statistics/special/normalQuantile';
import type { Distribution } from '../../distribution/Distribution';
import { numberOfValues } from '../../distribution/numberOfValues';

/** Standard deviations that a normal distribution shifts by at most: further, nothing more is told apart. */
const FURTHEST = 20;

/**
 * The shift of a normal distribution, in standard deviations, that makes the given KS distance at the edges at which both
 * sides are known, whichever way it goes: what happens inside a bucket is not certain. Null where none does.
 *
 * At an edge z with the share Φ(z) below it, a shift by δ upwards makes the distance Φ(z) − Φ(z − δ), which grows with δ:
 * so that it reaches d at δ = z − Φ⁻¹(Φ(z) − d), and at the edge with the least such δ first. Downwards likewise.
 */
export function shiftAtEdges(shares: readonly number[], distance: number): number | null {
  let upwards = Infinity;
  let downwards = Infinity;
  for (const share of spread(shares)) {
    const edge = normalQuantile(share);
    upwards = Math.min(upwards, edge - normalQuantile(Math.max(0, share - distance)));
    downwards = Math.min(downwards, normalQuantile(Math.min(1, share + distance)) - edge);
  }
  const shift = Math.max(upwards, downwards);
  return shift < FURTHEST ? shift : null;
}

/** So many of the edges say nearly what all of them do. */
const MOST_EDGES = 16;

/** Of many edges those nearest to shares that are evenly spaced. */
function spread(shares: readonly number[]): number[] {
  const inner = shares.filter((share) => share > 0 && share < 1);
  if (inner.length <= MOST_EDGES) {
    return inner;
  }
  const chosen = Array.from({ length: MOST_EDGES }, (_, i) => {
    const wanted = (i + 1) / (MOST_EDGES + 1);
    return inner.reduce((a, b) => (Math.abs(b - wanted) < Math.abs(a - wanted) ? b : a));
  });
  return [...new Set(chosen)];
}

/** Shares of the values below the edges at which both sides are known; null where all values are. */
export function sharesAtEdges(baseline: Distribution, current: Distribution): number[] | null {
  const counted = [baseline, current].filter(({ kind }) => kind === 'histogram' || kind === 'quantiles');
  if (counted.length === 0) {
    return null;
  }
  const [first, second = first] = counted.map(cumulative);
  const shared: number[] = [];
  for (let i = 0, j = 0; i < first.edges.length && j < second.edges.length;) {
    const difference = first.edges[i] - second.edges[j];
    // Infinite edges differ by NaN.
    if (first.edges[i] === second.edges[j]) {
      shared.push(first.shares[i]);
    }
    i += difference > 0 ? 0 : 1;
    j += difference < 0 ? 0 : 1;
  }
  return shared;
}

interface Cumulative {
  /** Ascending. */
  readonly edges: ArrayLike<number>;
  /** Share of the values below each edge. */
  readonly shares: ArrayLike<number>;
}

function cumulative(side: Distribution): Cumulative {
  if (side.kind === 'quantiles') {
    return { edges: side.values, shares: side.probabilities };
  }
  if (side.kind !== 'histogram') {
    return { edges: [], shares: [] };
  }
  const total = Math.max(1, numberOfValues(side));
  const shares = new Float64Array(side.edges.length);
  side.bins.forEach((count, bin) => {
    shares[bin + 1] = shares[bin] + count / total;
  });
  return { edges: side.edges, shares };
}
