import { alignedHistograms } from '../../distribution/cdf/alignedHistograms';
import type { Distribution, Histogram } from '../../distribution/Distribution';
import { numberOfValues } from '../../distribution/numberOfValues';
import type { Bracket } from './knotDistances';
import { deviationAt, meanDeviation, meanDistance } from './linearMeans';

/** What two histograms with the same buckets say of their distance, found in one pass. */
export interface AlignedMeasures {
  readonly n: number;
  readonly m: number;
  /** `largestKnotDistance`. */
  readonly largest: Bracket & { readonly at: number };
  /** `areaBetweenKnots`. */
  readonly area: Bracket | null;
  /** `areaOfPooledKnotDeviation`. */
  readonly pooledDeviation: number | null;
}

let latest:
  { readonly a: Distribution; readonly b: Distribution; readonly measures: AlignedMeasures | null } | undefined;

/**
 * The measures of two histograms that have the same buckets and nothing known beside them, by far the most frequent
 * case; null otherwise, and where edges or totals lie beyond all use. A comparison asks for its measures one after the other: those of the last pair are kept.
 */
export function alignedMeasures(a: Distribution, b: Distribution): AlignedMeasures | null {
  if (latest?.a !== a || latest.b !== b) {
    const aligned = alignedHistograms(a, b);
    latest = { a, b, measures: aligned === null ? null : measure(...aligned, numberOfValues(a), numberOfValues(b)) };
  }
  return latest.measures;
}

/** Totals, and half the distance between edges, within which no product is lost or overflows. */
const LEAST = 1;
const MOST = 1e60;
const FURTHEST = 1e150;

function measure(a: Histogram, b: Histogram, n: number, m: number): AlignedMeasures | null {
  const { edges } = a;
  const last = a.bins.length - 1;
  const reach = edges[edges[last + 1] === Infinity ? last : last + 1] / 2 - edges[edges[0] === -Infinity ? 1 : 0] / 2;
  if (!(Math.min(n, m) >= LEAST && Math.max(n, m) < MOST && reach < FURTHEST)) {
    return null;
  }
  const isOpenBelow = edges[0] === -Infinity;
  const isOpenAbove = edges[last + 1] === Infinity;
  const hasNone = (bin: number) => a.bins[bin] === 0 && b.bins[bin] === 0;
  const isBounded = (!isOpenBelow || hasNone(0)) && (!isOpenAbove || hasNone(last));
  const bounded = { from: isOpenBelow ? 1 : 0, to: isOpenAbove ? last : last + 1 };
  const { largest, area } = distances(a, b, n, m, bounded);
  const deviation = isBounded ? pooledDeviation(a, b, n + m, bounded) : Infinity;
  return {
    n,
    m,
    largest,
    area: isBounded ? area : null,
    pooledDeviation: deviation < Infinity ? deviation : null,
  };
}

/** Bins between finite edges: `to` is the first after them. */
interface Bounded {
  readonly from: number;
  readonly to: number;
}

/**
 * Distances times n·m on the way: i·m and j·n are whole numbers, so that nothing is lost or divided before the end. The
 * area is that of the bounded bins.
 */
function distances(
  { edges, bins: a }: Histogram,
  { bins: b }: Histogram,
  n: number,
  m: number,
  { from, to }: Bounded
): { largest: AlignedMeasures['largest']; area: Bracket } {
  // (F − G)·n·m at the edge that was passed last.
  let before = from === 0 ? 0 : a[0] * m - b[0] * n;
  let lowD = Math.abs(before);
  let highD = from === 0 ? 0 : Math.max(a[0] * m, b[0] * n);
  let at = lowD > 0 ? edges[1] : NaN;
  let low = 0;
  let high = 0;
  let estimate = 0;
  for (let i = from; i < to; i++) {
    const width = edges[i + 1] - edges[i];
    const fall = b[i] * n;
    // The furthest that F may be above G in the bucket, and G above F.
    const up = before + a[i] * m;
    const down = fall - before;
    const most = up > down ? up : down;
    high += width * most;
    highD = most > highD ? most : highD;
    // At most one is negative: then it is how far apart both surely are.
    if (up < 0) {
      low -= width * up;
    } else if (down < 0) {
      low -= width * down;
    }
    const after = up - fall;
    estimate += width * meanDistance(before, after);
    const distance = after < 0 ? -after : after;
    if (distance > lowD) {
      lowD = distance;
      at = edges[i + 1];
    }
    before = after;
  }
  if (to < a.length) {
    highD = Math.max(highD, before + a[to] * m, b[to] * n - before);
  }
  return { largest: { ...bracket(lowD, lowD, highD, n, m), at }, area: bracket(low, estimate, high, n, m) };
}

function bracket(scaledLow: number, scaledEstimate: number, scaledHigh: number, n: number, m: number): Bracket {
  const low = scaledLow / n / m;
  const high = Math.max(low, scaledHigh / n / m);
  return { low, estimate: Math.min(high, Math.max(low, scaledEstimate / n / m)), high };
}

function pooledDeviation({ edges, bins: a }: Histogram, { bins: b }: Histogram, total: number, { from, to }: Bounded) {
  const unit = 1 / total;
  let share = 0;
  let root = 0;
  let count = 0;
  let area = 0;
  for (let i = from; i < to; i++) {
    const width = edges[i + 1] - edges[i];
    count += a[i] + b[i];
    const next = count * unit;
    const nextRoot = deviationAt(next);
    area += width * meanDeviation(share, next, root, nextRoot);
    share = next;
    root = nextRoot;
  }
  return area;
}
