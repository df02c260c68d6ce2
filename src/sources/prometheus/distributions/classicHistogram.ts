import type { Between } from '../../../distribution/between/Between';
import type { Histogram } from '../../../distribution/Distribution';
import { countsOf } from '../../../distribution/valueCounts';
import { boundsOf, type ClassicBound, type ClassicParts, contradictedBounds, totalOf } from './classicBounds';
import { nextBelow } from './nextBelow';

export interface ReadClassic {
  /** Between the bounds at which all values were counted. */
  readonly histogram: Histogram;
  /** Between all bounds, where some series lack some of them. */
  readonly between?: Between;
  /** Bounds that are left out since their counts contradict one another. */
  readonly contradicted: readonly number[];
}

/** As `readClassic`, the bounds alone at which all values were counted. */
export function classicHistogram(parts: ClassicParts): Histogram | null {
  return readClassic(parts)?.histogram ?? null;
}

/**
 * Counts at or below each bound, as a histogram; null without a single value. Counts are rounded to whole numbers at each
 * bound: they are extrapolated, and n rows are a whole number. The first bucket begins at 0 where its bound is above 0,
 * as Prometheus itself takes it, and is open otherwise.
 *
 * At a bound that some series lack, the share F of values up to it lies between c/n, those that were counted, and
 * (c + m)/n with all m values of the series without it.
 */
export function readClassic(parts: ClassicParts, bounds = boundsOf(parts)): ReadClassic | null {
  const { observations = NaN, sum = NaN } = parts;
  const total = Math.round(totalOf(bounds, observations) ?? 0);
  if (!(total > 0)) {
    return null;
  }
  const contradicted = contradictedBounds(bounds, total);
  const sound = bounds.filter(({ le }) => le < Infinity && !contradicted.includes(le));
  const mean = sum / observations;
  const withMean = (one: Histogram) => (couldBeMean(mean, one) ? { ...one, mean } : one);
  const counted = sound.filter(({ lacking }) => lacking === 0);
  const histogram = withMean(
    histogramOf(
      counted.map(({ le, count }) => [le, count]),
      total
    )
  );
  return {
    histogram,
    contradicted,
    ...(counted.length < sound.length && { between: betweenOf(sound, total, withMean) }),
  };
}

function betweenOf(bounds: readonly ClassicBound[], total: number, withMean: (one: Histogram) => Histogram): Between {
  let most = total;
  const upTo = bounds
    .map(({ le, count, lacking }) => [le, Math.min(total, count + lacking * total)] as const)
    .reverse()
    .map(([le, count]) => [le, (most = Math.min(most, count))] as const)
    .reverse();
  return {
    least: withMean(
      histogramOf(
        bounds.map(({ le, count }) => [le, count]),
        total
      )
    ),
    most: withMean(histogramOf(upTo, total)),
  };
}

function histogramOf(counted: ReadonlyArray<readonly [le: number, count: number]>, total: number): Histogram {
  const first = counted[0]?.[0] ?? -Infinity;
  const edges = [first > 0 ? nextBelow(0) : -Infinity];
  const bins: number[] = [];
  let before = 0;
  for (const [le, count] of counted) {
    const upTo = Math.min(total, Math.max(before, Math.round(count)));
    if (le > edges[edges.length - 1]) {
      edges.push(le);
      bins.push(upTo - before);
      before = upTo;
    }
  }
  return {
    kind: 'histogram',
    counts: countsOf(total),
    edges: Float64Array.from([...edges, Infinity]),
    bins: Float64Array.from([...bins, total - before]),
    closed: 'right',
    guarantee: 'approximate',
  };
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
