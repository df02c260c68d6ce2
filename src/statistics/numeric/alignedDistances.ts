import type { Histogram } from '../../distribution/Distribution';
import type { Bracket } from './knotDistances';
import { meanDeviation, meanDistance } from './linearMeans';

/** `largestKnotDistance` of two histograms with the same buckets and n and m values. */
export function largestAlignedDistance(
  { edges, bins: a }: Histogram,
  { bins: b }: Histogram,
  n: number,
  m: number
): Bracket & { readonly at: number } {
  let f = 0;
  let g = 0;
  let low = 0;
  let high = 0;
  let at = NaN;
  for (let i = 0; i < a.length; i++) {
    const nextF = f + a[i] / n;
    const nextG = g + b[i] / m;
    const up = nextF - g;
    const down = nextG - f;
    if (up > high) {
      high = up;
    }
    if (down > high) {
      high = down;
    }
    f = nextF;
    g = nextG;
    const distance = f > g ? f - g : g - f;
    // The sums end at 1 but for rounding.
    if (distance > low && i + 1 < a.length) {
      low = distance;
      at = edges[i + 1];
    }
  }
  return { low, estimate: low, high: Math.min(1, Math.max(low, high)), at };
}

/** `areaBetweenKnots` of two histograms with the same buckets. */
export function alignedArea(
  { edges, bins: a }: Histogram,
  { bins: b }: Histogram,
  n: number,
  m: number
): Bracket | null {
  let f = 0;
  let g = 0;
  let low = 0;
  let high = 0;
  let estimate = 0;
  for (let i = 0; i < a.length; i++) {
    if (a[i] === 0 && b[i] === 0 && (f === g || edges[i + 1] === Infinity)) {
      continue;
    }
    const width = edges[i + 1] - edges[i];
    if (width === Infinity) {
      return null;
    }
    const nextF = f + a[i] / n;
    const nextG = g + b[i] / m;
    const up = nextF - g;
    const down = nextG - f;
    // Of these at most one is negative: then it is how far apart both surely are.
    low += up < 0 ? -width * up : down < 0 ? -width * down : 0;
    high += width * (up > down ? up : down);
    estimate += width * meanDistance(f - g, nextF - nextG);
    f = nextF;
    g = nextG;
  }
  return { low, estimate: Math.min(high, Math.max(low, estimate)), high };
}

/** `areaOfPooledKnotDeviation` of two histograms with the same buckets. */
export function alignedPooledDeviation(
  { edges, bins: a }: Histogram,
  { bins: b }: Histogram,
  n: number,
  m: number
): number | null {
  const total = n + m;
  let share = 0;
  let root = 0;
  let area = 0;
  for (let i = 0; i < a.length; i++) {
    const count = a[i] + b[i];
    const width = edges[i + 1] - edges[i];
    if (width === Infinity) {
      if (count > 0) {
        return null;
      }
      continue;
    }
    const next = share + count / total;
    const nextRoot = next < 1 ? Math.sqrt(next * (1 - next)) : 0;
    area += width * meanDeviation(share, next, root, nextRoot);
    share = next;
    root = nextRoot;
  }
  return area < Infinity ? area : null;
}
