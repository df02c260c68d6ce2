import type { Distribution, Histogram, Quantiles, Samples } from '../Distribution';
import { infiniteAbove, infiniteBelow, numberOfValues } from '../numberOfValues';
import { areNeighbors } from '../nextDouble';
import { KnotBuilder } from './KnotBuilder';

/**
 * Where a distribution function is known. A knot is a cut of the number line, just before the value x (`after` 0) or
 * just after it (1), and the share of values before that cut. Knots ascend by x, then by `after`; shares rise from 0 at
 * the first knot to 1 at the last. Between two knots the function is only known to rise from the one to the other.
 */
export interface CdfKnots {
  readonly x: Float64Array;
  readonly after: Uint8Array;
  readonly share: Float64Array;
}

/** The knots of any ordered distribution; null for categories and where there are no values. */
export function cdfKnots(distribution: Distribution): CdfKnots | null {
  if (distribution.kind === 'categories') {
    return null;
  }
  const total = numberOfValues(distribution);
  if (!(total > 0)) {
    return null;
  }
  switch (distribution.kind) {
    case 'samples':
      return knotsOfSamples(distribution);
    case 'histogram':
      return knotsOfHistogram(distribution, total);
    case 'quantiles':
      return knotsOfQuantiles(distribution);
  }
}

function knotsOfSamples({ sorted }: Samples): CdfKnots {
  const size = sorted.length;
  const knots = new KnotBuilder(2 * size);
  for (let i = 0; i < size;) {
    const value = sorted[i];
    knots.add(value, 0, i / size);
    do {
      i++;
    } while (i < size && sorted[i] === value);
    knots.add(value, 1, i / size);
  }
  return knots.finish();
}

function knotsOfHistogram(histogram: Histogram, total: number): CdfKnots {
  const { edges, bins, closed, minimum, maximum } = histogram;
  const knots = new KnotBuilder(edges.length + 6);
  const side = closed === 'right' ? 1 : 0;
  let before = infiniteBelow(histogram);
  if (before > 0) {
    knots.add(-Infinity, 0, 0);
    knots.add(-Infinity, 1, before / total);
  } else if (edges[0] === -Infinity) {
    knots.add(-Infinity, 0, 0);
  }
  for (let i = 0; i < edges.length; i++) {
    if (edges[i] > -Infinity && edges[i] < Infinity) {
      // Nothing lies between neighboring numbers: just before the one is just after the other, and so no width is left.
      const isNeighbor = side === 0 && i > 0 && areNeighbors(edges[i - 1], edges[i]);
      knots.add(isNeighbor ? edges[i - 1] : edges[i], isNeighbor ? 1 : side, before / total);
    }
    if (i < bins.length) {
      before += bins[i];
    }
  }
  if (infiniteAbove(histogram) > 0) {
    knots.add(Infinity, 0, before / total);
    knots.add(Infinity, 1, 1);
  } else if (edges[edges.length - 1] === Infinity) {
    knots.add(Infinity, 1, 1);
  }
  return knots.finish(minimum, maximum);
}

function knotsOfQuantiles({ probabilities, values }: Quantiles): CdfKnots {
  const knots = new KnotBuilder(values.length + 2);
  if (probabilities[0] > 0) {
    knots.add(-Infinity, 0, 0);
  }
  for (let i = 0; i < values.length; i++) {
    // Several quantiles of one value are a jump there: the first of them lies before it, the others after it.
    const startsJump = values[i + 1] === values[i] && values[i - 1] !== values[i];
    knots.add(values[i], startsJump || probabilities[i] === 0 ? 0 : 1, probabilities[i]);
  }
  if (probabilities[probabilities.length - 1] < 1) {
    knots.add(Infinity, 1, 1);
  }
  return knots.finish();
}
