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
  const bounds: ClassicBound[] = [];
  for (const [text, count] of cumulative) {
    const le = parseSampleValue(text);
    if (!Number.isNaN(le) && !Number.isNaN(count)) {
      bounds.push({ le, count: Math.max(0, count), lacking: lacking?.get(le) ?? 0 });
    }
  }
  bounds.sort((a, b) => (a.le < b.le ? -1 : a.le > b.le ? 1 : 0));
  return bounds.some(({ le }, i) => i > 0 && le === bounds[i - 1].le) ? added(bounds) : bounds;
}

/** Counts of one bound, which is written in two ways, together. */
function added(ascending: readonly ClassicBound[]): ClassicBound[] {
  const byBound = new Map<number, ClassicBound>();
  for (const bound of ascending) {
    const before = byBound.get(bound.le)?.count ?? 0;
    byBound.set(bound.le, { ...bound, count: before + bound.count });
  }
  return [...byBound.values()];
}

/**
 * All values: those of the bucket `+Inf`, or what `x_count` counts where that bucket, or that of some series, is not stored.
 * Null where neither tells how many values lie above the highest bound.
 */
export function totalOf(bounds: readonly ClassicBound[], observations = NaN): number | null {
  const most = bounds.reduce((larger, { count }) => Math.max(larger, count), 0);
  const last = bounds.at(-1);
  const hasWhole = last !== undefined && last.le === Infinity && most - last.count <= 1 + SLACK * most;
  const counted = observations >= most - 1 - SLACK * most ? observations : null;
  if (!hasWhole) {
    return counted;
  }
  return counted !== null && counted > most * (1 + MISSING_SERIES) + 2 ? counted : most;
}

/** Whether nothing counts all values of these buckets. */
export function lacksTotal(bounds: readonly ClassicBound[], observations?: number): boolean {
  return totalOf(bounds, observations) === null;
}

/**
 * Bounds whose counts contradict one another: fewer values at or below a bound than at or below a smaller one. Either may be
 * wrong, a bucket that lost some or one that fell and was counted anew, so that both are left out.
 */
export function contradictedBounds(bounds: readonly ClassicBound[], total: number): number[] {
  const counted = bounds.filter(({ le, lacking }) => le < Infinity && lacking === 0);
  const slack = 1 + CONTRADICTION * total;
  // The most that any smaller bound counts, and the least that any larger one does.
  const upTo: number[] = [];
  counted.forEach(({ count }, i) => upTo.push(Math.max(upTo[i - 1] ?? -Infinity, count)));
  let least = Infinity;
  const contradicted: number[] = [];
  for (let i = counted.length - 1; i >= 0; i--) {
    const { le, count } = counted[i];
    if (count > total + slack || upTo[i] - count > slack || count - least > slack) {
      contradicted.push(le);
    }
    least = Math.min(least, count);
  }
  return contradicted.reverse();
}
