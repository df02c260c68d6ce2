import type { Histogram } from '../../../distribution/Distribution';
import { countsOf } from '../../../distribution/valueCounts';
import { parseSampleValue } from '../client/parseSampleValue';
import type { CellParts } from './CellParts';
import { nextBelow } from './nextBelow';

/**
 * Counts at or below each bound, as a histogram; null without a single value. Counts are rounded to whole numbers at each
 * bound: they are extrapolated, and n rows are a whole number. The first bucket begins at 0 where its bound is above 0,
 * as Prometheus itself takes it, and is open otherwise.
 */
export function classicHistogram(
  { cumulative, observations = NaN, sum = NaN }: Pick<CellParts, 'cumulative' | 'observations' | 'sum'>,
  /** Bounds that every series had throughout; without it all are. */
  trusted?: ReadonlySet<number>
): Histogram | null {
  const bounds = boundsOf(cumulative);
  const total = Math.round(totalOf(bounds, observations) ?? 0);
  if (!(total > 0)) {
    return null;
  }
  const kept = bounds.filter(
    ({ le, count }, i) => le < Infinity && (trusted?.has(le) ?? true) && !isUndercounted(bounds, i, count)
  );
  const first = kept[0]?.le ?? -Infinity;
  const edges = [first > 0 ? nextBelow(0) : -Infinity];
  const bins: number[] = [];
  let before = 0;
  for (const { le, count } of kept) {
    const upTo = Math.min(total, Math.max(before, Math.round(count)));
    if (le > edges[edges.length - 1]) {
      edges.push(le);
      bins.push(upTo - before);
      before = upTo;
    }
  }
  const histogram: Histogram = {
    kind: 'histogram',
    counts: countsOf(total),
    edges: Float64Array.from([...edges, Infinity]),
    bins: Float64Array.from([...bins, total - before]),
    closed: 'right',
    guarantee: 'approximate',
  };
  const mean = sum / observations;
  return couldBeMean(mean, histogram) ? { ...histogram, mean } : histogram;
}

/**
 * `x_sum / x_count`, unless the buckets contradict it: sums fall where values are negative, and `increase` takes that for
 * a restart; or one of the two lacks a scrape. Counts are extrapolated, so that a hundredth is no contradiction.
 */
function couldBeMean(mean: number, { edges, bins, counts }: Histogram): boolean {
  if (!Number.isFinite(mean) || edges[0] === -Infinity) {
    return false;
  }
  const atEnds = (shift: 0 | 1) =>
    bins.reduce((total, count, i) => total + (count === 0 ? 0 : count * edges[i + shift]), 0) / counts.total;
  return mean >= 0.99 * atEnds(0) && mean <= 1.01 * atEnds(1);
}

/**
 * All values: those of the bucket `+Inf`, or what `x_count` counts where that bucket, or that of some series, is not stored.
 * Null where neither tells how many values lie above the highest bound.
 */
function totalOf(bounds: ReadonlyArray<{ le: number; count: number }>, observations: number): number | null {
  const most = Math.max(0, ...bounds.map(({ count }) => count));
  const last = bounds.at(-1);
  const hasWhole = last !== undefined && last.le === Infinity && most - last.count <= 1 + SLACK * most;
  const counted = observations >= most - 1 - SLACK * most ? observations : null;
  if (!hasWhole) {
    return counted;
  }
  return counted !== null && counted > most * (1 + MISSING_SERIES) + 2 ? counted : most;
}

/** By so much more than `+Inf` does `x_count` count where some series lack that bucket, and not by extrapolation alone. */
const MISSING_SERIES = 0.02;

/** Whether there are buckets but nothing that counts all values. */
export function lacksTotal({ cumulative, observations = NaN }: Pick<CellParts, 'cumulative' | 'observations'>): boolean {
  return cumulative.size > 0 && totalOf(boundsOf(cumulative), observations) === null;
}

/** Bounds whose counts say less than lower ones do, as numbers in a text. */
export function undercountedBounds({ cumulative }: Pick<CellParts, 'cumulative'>): number[] {
  const bounds = boundsOf(cumulative);
  return bounds.filter(({ le, count }, i) => le < Infinity && isUndercounted(bounds, i, count)).map(({ le }) => le);
}

/** In order; `le="1"` and `le="1.0"`, as Prometheus 2 and 3 write it, are one bound. */
function boundsOf(cumulative: ReadonlyMap<string, number>): Array<{ le: number; count: number }> {
  const byBound = new Map<number, number>();
  for (const [text, count] of cumulative) {
    const le = parseSampleValue(text);
    if (!Number.isNaN(le) && !Number.isNaN(count)) {
      byBound.set(le, (byBound.get(le) ?? 0) + Math.max(0, count));
    }
  }
  return [...byBound].map(([le, count]) => ({ le, count })).sort((a, b) => a.le - b.le);
}

/** Rounding and the extrapolation of each bucket on its own make counts differ by so much. */
const SLACK = 1e-3;

/**
 * A count below that of a lower bound: some series lack this bound, since buckets changed. Their values up to it are
 * unknown, so that it is no edge; its neighbours bound what lies between.
 */
function isUndercounted(bounds: ReadonlyArray<{ count: number }>, i: number, count: number): boolean {
  const lower = bounds.slice(0, i).reduce((most, bound) => Math.max(most, bound.count), 0);
  return lower - count > 1 + SLACK * lower;
}
