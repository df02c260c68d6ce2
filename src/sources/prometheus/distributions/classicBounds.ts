import { parseSampleValue } from '../client/parseSampleValue';
import type { CellParts } from './CellParts';

export interface ClassicParts extends Pick<CellParts, 'cumulative' | 'observations' | 'sum'> {
  /** By bound: the share of all values that are of series without it, so that they are not among those counted at it. */
  readonly lacking?: ReadonlyMap<number, number>;
}

export interface ClassicBound {
  readonly le: number;
  /** Values that were counted at or below it. */
  readonly count: number;
  /** Share of the values that were not counted at it, wherever they lie. */
  readonly lacking: number;
}

/** Rounding and the extrapolation of each bucket on its own make counts differ by so much. */
const SLACK = 1e-3;
/** Less than this share of all values is no contradiction: nothing turns on it. */
const CONTRADICTION = 0.005;
/** By so much more than `+Inf` does `x_count` count where some series lack that bucket, and not by extrapolation alone. */
const MISSING_SERIES = 0.02;

/** In order; `le="1"` and `le="1.0"`, as Prometheus 2 and 3 write it, are one bound. */
export function boundsOf({ cumulative, lacking }: Pick<ClassicParts, 'cumulative' | 'lacking'>): ClassicBound[] {
  const byBound = new Map<number, number>();
  for (const [text, count] of cumulative) {
    const le = parseSampleValue(text);
    if (!Number.isNaN(le) && !Number.isNaN(count)) {
      byBound.set(le, (byBound.get(le) ?? 0) + Math.max(0, count));
    }
  }
  return [...byBound].map(([le, count]) => ({ le, count, lacking: lacking?.get(le) ?? 0 })).sort((a, b) => a.le - b.le);
}

/**
 * All values: those of the bucket `+Inf`, or what `x_count` counts where that bucket, or that of some series, is not stored.
 * Null where neither tells how many values lie above the highest bound.
 */
export function totalOf(bounds: readonly ClassicBound[], observations = NaN): number | null {
  const most = Math.max(0, ...bounds.map(({ count }) => count));
  const last = bounds.at(-1);
  const hasWhole = last !== undefined && last.le === Infinity && most - last.count <= 1 + SLACK * most;
  const counted = observations >= most - 1 - SLACK * most ? observations : null;
  if (!hasWhole) {
    return counted;
  }
  return counted !== null && counted > most * (1 + MISSING_SERIES) + 2 ? counted : most;
}

/** Whether there are buckets but nothing that counts all values. */
export function lacksTotal({ cumulative, observations }: ClassicParts): boolean {
  return cumulative.size > 0 && totalOf(boundsOf({ cumulative }), observations) === null;
}

/**
 * Bounds whose counts contradict one another: fewer values at or below a bound than at or below a smaller one. Either may be
 * wrong, a bucket that lost some or one that fell and was counted anew, so that both are left out.
 */
export function contradictedBounds(bounds: readonly ClassicBound[], total: number): number[] {
  const counted = bounds.filter(({ le, lacking }) => le < Infinity && lacking === 0);
  const slack = 1 + CONTRADICTION * total;
  return counted
    .filter(
      ({ count }, i) =>
        count > total + slack ||
        counted.some((other, j) => (j < i ? other.count - count > slack : j > i && count - other.count > slack))
    )
    .map(({ le }) => le);
}
