import { nextDouble } from '../../../distribution/nextDouble';

/**
 * The edges at which whole numbers part as they do at the given ones, and beside each the cut just after the whole number
 * before it: no value lies between those two, so that a bucket of one whole number is known to hold nothing else.
 */
export function wholeEdges(edges: Float64Array): Float64Array {
  const all = new Set<number>();
  for (const edge of edges) {
    const whole = Math.ceil(edge) + 0;
    all.add(whole);
    if (Number.isSafeInteger(whole)) {
      all.add(nextDouble(whole - 1));
    }
  }
  return Float64Array.from(all).sort();
}
