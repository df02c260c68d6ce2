import type { Distribution, Histogram } from '../../distribution/Distribution';
import { numberOfValues } from '../../distribution/numberOfValues';
import type { NoTable } from '../CountTable';
import { cumulativeCounts } from './cumulativeCounts';
import { decile } from './decile';

/** Where two numeric distributions are cut into bins; the first and last bin have no end. */
export interface Bins {
  /** Ascending, without duplicates. */
  readonly cuts: readonly number[];
  readonly closed: 'left' | 'right';
  /** What the cuts are, for the result's details. */
  readonly name: string;
  /** Whether the counts between these cuts are exact, and the measure on them the one that raw values would give. */
  readonly guarantee: 'exact' | 'approximate';
}

/**
 * Cuts at the baseline's type-7 deciles (R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", 1996),
 * duplicates merged, bins closed on the right. Where a side is a histogram, only its edges can be cuts: each decile
 * moves to the nearest edge (by count) that both sides have, all edges where there are fewer than ten; where they share
 * none, to the baseline's edges, and the other side's counts are interpolated.
 */
export function decileBins(baseline: Distribution, current: Distribution): Bins | NoTable {
  if (numberOfValues(baseline) === 0) {
    return { undefinedReason: 'the baseline has no values' };
  }
  if (numberOfValues(current) === 0) {
    return { undefinedReason: 'the current window has no values' };
  }
  const histograms = [baseline, current].filter((side) => side.kind === 'histogram');
  if (histograms.length === 0) {
    return {
      cuts: distinct([1, 2, 3, 4, 5, 6, 7, 8, 9].map((k) => decile(baseline, k))),
      closed: 'right',
      name: "baseline's deciles",
      guarantee: baseline.kind === 'samples' && current.kind === 'samples' ? 'exact' : 'approximate',
    };
  }
  const edges = sharedEdges(histograms);
  if (edges.length === 0) {
    return { undefinedReason: 'the histogram has a single bucket' };
  }
  const closed = histograms[0].closed;
  return {
    cuts: edges.length < 10 ? edges : nearestToDeciles(baseline, edges, closed),
    closed,
    name: edges.length < 10 ? "histogram's buckets" : "histogram's edges nearest to the baseline's deciles",
    guarantee: 'approximate',
  };
}

/** Inner edges of both histograms, or of the first where they have none in common. */
function sharedEdges(histograms: readonly Histogram[]): number[] {
  const inner = histograms.map(({ edges }) => [...edges.subarray(1, edges.length - 1)]);
  if (inner.length === 1) {
    return inner[0];
  }
  const others = new Set(inner[1]);
  const shared = inner[0].filter((edge) => others.has(edge));
  return shared.length > 0 ? shared : inner[0].length > 0 ? inner[0] : inner[1];
}

function nearestToDeciles(baseline: Distribution, edges: readonly number[], closed: 'left' | 'right'): number[] {
  const total = numberOfValues(baseline);
  const below = cumulativeCounts(baseline, edges, closed);
  const cuts: number[] = [];
  let place = 0;
  for (let k = 1; k <= 9; k++) {
    const target = (k * total) / 10;
    while (place + 1 < edges.length && Math.abs(below[place + 1] - target) < Math.abs(below[place] - target)) {
      place += 1;
    }
    cuts.push(edges[place]);
  }
  return distinct(cuts);
}

/** Ascending values without duplicates; a cut at +Infinity would close a bin that nothing can lie above. */
function distinct(ascending: readonly number[]): number[] {
  return ascending.filter((cut, i) => cut < Infinity && (i === 0 || cut > ascending[i - 1]));
}
