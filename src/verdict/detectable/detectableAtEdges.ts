import { chiSquareUpperTail } from '../../statistics/special/chiSquareUpperTail';
import { normalQuantile } from '../../statistics/special/normalQuantile';
import type { Distribution } from '../../distribution/Distribution';
import { numberOfValues } from '../../distribution/numberOfValues';
import { bisect } from './bisect';

/** Standard deviations that a normal distribution shifts by at most: further, nothing more is told apart. */
const FURTHEST = 20;

/**
 * The shift of a normal distribution, in standard deviations, that makes the given KS distance at the edges at which both
 * sides are known, whichever way it goes: what happens inside a bucket is not certain. Null where none does.
 */
export function shiftAtEdges(shares: readonly number[], distance: number): number | null {
  const edges = spread(shares).map((share) => ({ share, edge: normalQuantile(share) }));
  const least = (shift: number) =>
    Math.min(
      Math.max(0, ...edges.map(({ share, edge }) => share - below(edge - shift))),
      Math.max(0, ...edges.map(({ share, edge }) => below(edge + shift) - share))
    );
  return least(FURTHEST) > distance ? bisect((shift) => least(shift) - distance, 0, FURTHEST) : null;
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

/** Φ(x). */
function below(x: number): number {
  const tail = chiSquareUpperTail(x * x, 1) / 2;
  return x < 0 ? tail : 1 - tail;
}
