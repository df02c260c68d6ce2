import type { Distribution } from './Distribution';
import { numberOfValues } from './numberOfValues';
import { quantile } from './quantile';

/**
 * What a quantile is certain to lie between: itself of raw values, the ends of its bucket of a histogram, within the
 * smallest and largest value where those are known. Null where nothing is certain.
 */
export function quantileBounds(
  distribution: Distribution,
  probability: number
): { readonly low: number; readonly high: number } | null {
  if (distribution.kind === 'samples') {
    const value = quantile(distribution, probability);
    return value === null ? null : { low: value, high: value };
  }
  if (distribution.kind !== 'histogram' || distribution.guarantee !== 'exact') {
    return null;
  }
  const { edges, bins, minimum = -Infinity, maximum = Infinity } = distribution;
  // It lies between the order statistics around its position.
  const position = Math.min(1, Math.max(0, probability)) * (numberOfValues(distribution) - 1);
  const [first, last] = [binOf(bins, Math.floor(position)), binOf(bins, Math.ceil(position))];
  return first === null || last === null
    ? null
    : { low: Math.max(edges[first], minimum), high: Math.min(edges[last + 1], maximum) };
}

/** The bin that holds the value of a rank from 0. */
function binOf(bins: Float64Array, rank: number): number | null {
  let before = 0;
  for (let bin = 0; bin < bins.length; bin++) {
    before += bins[bin];
    if (before > rank) {
      return bin;
    }
  }
  return null;
}
