import type { Distribution, Histogram } from '../Distribution';
import { areNeighbors } from '../nextDouble';
import { infiniteAbove, infiniteBelow } from '../numberOfValues';

/**
 * Both as histograms if they have the same buckets and nothing beside them is known: the common case, in which their
 * distribution functions are compared without being written out. Null otherwise.
 */
export function alignedHistograms(a: Distribution, b: Distribution): readonly [Histogram, Histogram] | null {
  return a.kind === 'histogram' && b.kind === 'histogram' && isPlain(a) && isPlain(b) && haveSameBuckets(a, b)
    ? [a, b]
    : null;
}

/** Whether nothing is known of a histogram beside the counts between its edges. */
export function isPlain(histogram: Histogram): boolean {
  return (
    histogram.minimum === undefined &&
    histogram.maximum === undefined &&
    infiniteBelow(histogram) === 0 &&
    infiniteAbove(histogram) === 0 &&
    !hasSingleValues(histogram)
  );
}

/** Whether a bucket is known to hold one value alone: see `cdfKnots`. */
function hasSingleValues({ edges, closed }: Histogram): boolean {
  for (let i = 1; closed === 'left' && i < edges.length; i++) {
    if (areNeighbors(edges[i - 1], edges[i])) {
      return true;
    }
  }
  return false;
}

function haveSameBuckets(a: Histogram, b: Histogram): boolean {
  if (a.closed !== b.closed || a.edges.length !== b.edges.length) {
    return false;
  }
  if (a.edges !== b.edges) {
    for (let i = 0; i < a.edges.length; i++) {
      if (a.edges[i] !== b.edges[i]) {
        return false;
      }
    }
  }
  return true;
}
