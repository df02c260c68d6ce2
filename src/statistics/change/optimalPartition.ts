import { PrefixSums } from './PrefixSums';

/** Windows in the shortest segment. */
export const SHORTEST = 3;

/**
 * Starts of all segments but the first, of the partition with the least sum of squares about the segments' means plus
 * `penalty` for each change (B. Jackson et al., "An algorithm for optimal partitioning of data on an interval", 2005).
 * Takes time with the square of the length: 2,000 windows in some hundredths of a second.
 */
export function optimalPartition(values: ArrayLike<number>, penalty: number, shortest = SHORTEST): number[] {
  const { sums, squares } = new PrefixSums(values);
  const size = values.length;
  const best = new Float64Array(size + 1).fill(Infinity);
  const start = new Int32Array(size + 1);
  best[0] = -penalty;
  for (let end = shortest; end <= size; end++) {
    const [sum, square] = [sums[end], squares[end]];
    let least = Infinity;
    let from = 0;
    for (let candidate = end - shortest; candidate >= 0; candidate--) {
      const inner = sum - sums[candidate];
      const cost = best[candidate] + square - squares[candidate] - (inner * inner) / (end - candidate);
      if (cost < least) {
        least = cost;
        from = candidate;
      }
    }
    best[end] = least + penalty;
    start[end] = from;
  }
  const changes: number[] = [];
  for (let at = start[size]; at > 0; at = start[at]) {
    changes.unshift(at);
  }
  return changes;
}
