import type { CutsShape } from '../../distribution/counted/CountedShape';
import type { Distribution, Histogram, Samples } from '../../distribution/Distribution';
import { countBelow } from '../../distribution/histogramFromSamples';
import { nextDouble } from '../../distribution/nextDouble';
import { infiniteBelow, numberOfValues } from '../../distribution/numberOfValues';
import { frozenEdges } from '../../statistics/time/frozenEdges';

const DECILES = Array.from({ length: 9 }, (_, i) => (i + 1) / 10);
/** As many bounds of a store's buckets are all taken. */
const FEW_BOUNDS = 24;

/** Where the values of a calibration lie. */
interface Spread {
  readonly extremes: readonly [number, number];
  /** Values at the deciles. */
  readonly deciles: readonly number[];
  /** Cuts that part the values nearest to the deciles: at a value, or just above one that repeats. */
  readonly cuts: readonly number[];
}

/**
 * Cuts at the deciles, and beyond both ends of them: `frozenEdges`. A value that many rows share is cut off on the side that
 * is nearer to the decile, so that zeros are told from what is little more. Where few values differ, files and stores place
 * the same cuts. Null without finite values, or where only a sketch of them is known.
 */
export function placeCuts(pooled: Distribution): CutsShape | null {
  const spread =
    pooled.kind === 'samples' ? ofSamples(pooled) : pooled.kind === 'histogram' ? ofHistogram(pooled) : null;
  if (spread === null) {
    return null;
  }
  const { deciles, extremes, cuts } = spread;
  const beyond = frozenEdges(deciles, extremes).filter((edge) => edge < deciles[0] || edge > deciles[8]);
  return { kind: 'edges', edges: ascending([...beyond, ...cuts]), closed: 'left' };
}

/** As `placeCuts`, at bounds of buckets alone: elsewhere a store can't count. Null where there are none. */
export function chooseBounds(pooled: Histogram): CutsShape | null {
  const bounds = [...pooled.edges].filter(Number.isFinite);
  if (bounds.length === 0) {
    return null;
  }
  const wanted = bounds.length <= FEW_BOUNDS ? undefined : placeCuts(pooled)?.edges;
  const nearest = (cut: number) =>
    bounds.reduce((near, bound) => (Math.abs(bound - cut) < Math.abs(near - cut) ? bound : near));
  const edges = wanted === undefined ? bounds : Array.from(wanted, nearest);
  return { kind: 'edges', edges: ascending(edges), closed: pooled.closed };
}

function ofSamples({ sorted }: Samples): Spread | null {
  const [from, to] = [countBelow(sorted, -Infinity, true), countBelow(sorted, Infinity, false)];
  const finite = sorted.subarray(from, to);
  const size = finite.length;
  if (size === 0) {
    return null;
  }
  const at = (share: number) => finite[Math.min(size - 1, Math.floor(share * size))];
  const cuts = DECILES.map((share) => {
    const value = at(share);
    const [below, upTo] = [countBelow(finite, value, false), countBelow(finite, value, true)];
    return share * size - below <= upTo - share * size ? value : nextDouble(value);
  });
  return { extremes: [finite[0], finite[size - 1]], deciles: DECILES.map(at), cuts };
}

function ofHistogram(histogram: Histogram): Spread | null {
  const { edges, bins, minimum, maximum } = histogram;
  const finite = edges.filter(Number.isFinite);
  if (finite.length === 0 || !bins.some((count) => count > 0)) {
    return null;
  }
  const below = countsBelow(histogram);
  const size = numberOfValues(histogram);
  const first = bins.findIndex((count) => count > 0);
  const last = bins.findLastIndex((count) => count > 0);
  const within = (edge: number) => Math.min(finite[finite.length - 1], Math.max(finite[0], edge));
  const deciles = DECILES.map((share) => {
    const bin = bins.findIndex((count, i) => count > 0 && below[i] + count > share * size);
    return within(edges[bin < 0 ? last : bin]);
  });
  return {
    extremes: [minimum ?? within(edges[first]), maximum ?? within(edges[last + 1])],
    deciles,
    cuts: DECILES.map((share) => nearestEdge(edges, below, share * size)),
  };
}

function countsBelow(histogram: Histogram): Float64Array {
  const below = new Float64Array(histogram.edges.length);
  below[0] = infiniteBelow(histogram);
  histogram.bins.forEach((count, i) => (below[i + 1] = below[i] + count));
  return below;
}

/** Of finite edges that part the values alike the last one where too few lie below it, and the first one where too many do. */
function nearestEdge(edges: Float64Array, below: Float64Array, wanted: number): number {
  let [best, least] = [NaN, Infinity];
  edges.forEach((edge, i) => {
    const gap = Math.abs(below[i] - wanted);
    if (Number.isFinite(edge) && (gap < least || (gap === least && below[i] <= wanted))) {
      [best, least] = [edge, gap];
    }
  });
  return best;
}

function ascending(values: Iterable<number>): Float64Array {
  return Float64Array.from(new Set(Array.from(values).filter(Number.isFinite))).sort();
}
