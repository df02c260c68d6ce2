import type { Histogram } from '../distribution/Distribution';
import { areNeighbours, nextDouble } from '../distribution/nextDouble';
import type { Decision } from '../query/decision';
import { fisherExactPValue } from '../statistics/categorical/fisherExactPValue';
import { holm } from '../statistics/corrections/holm';
import type { BucketToSplit } from '../statistics/numeric/whichBucketsToSplit';

/** A number of a smaller share is not tested: see `fisherByValue`. */
const LEAST_SHARE = 0.005;

/**
 * Buckets of several numbers whose share surely changed: a single number in them may be new, gone or have doubled its share.
 * Those that changed most come first. None where the two have different edges.
 */
export function openValues(
  [baseline, current]: readonly [Histogram, Histogram],
  { alpha }: Decision,
  limit: number
): BucketToSplit[] {
  const { edges } = baseline;
  const [n, m] = [baseline, current].map(({ bins }) => bins.reduce((sum, count) => sum + count, 0));
  if (current.edges.length !== edges.length || n === 0 || m === 0) {
    return [];
  }
  const least = Math.min(...[baseline, current].map(({ minimum = Infinity }) => minimum));
  const most = Math.max(...[baseline, current].map(({ maximum = -Infinity }) => maximum));
  const wide = Array.from(baseline.bins, (before, bin) => ({
    before,
    after: current.bins[bin],
    from: Math.max(edges[bin], least),
    to: Math.min(edges[bin + 1], nextDouble(most)),
  })).filter(({ before, after, from, to }) => {
    const isSeen = Math.max(before / n, after / m) >= LEAST_SHARE;
    return isSeen && from < to && !areNeighbours(from, to);
  });
  const pValues = holm(wide.map(({ before, after }) => fisherExactPValue(before, n - before, after, m - after)));
  return wide
    .map(({ before, after, from, to }, i) => ({
      from,
      to,
      hidden: Math.abs(after / m - before / n),
      p: pValues[i] ?? 1,
    }))
    .filter(({ p }) => 2 * p <= alpha)
    .sort((a, b) => b.hidden - a.hidden)
    .slice(0, limit)
    .map(({ from, to, hidden }) => ({ from, to, hidden }));
}
