/** How far edges reach beyond the outer deciles, in ranges between them. */
const BEYOND = [1 / 8, 1 / 4, 1 / 2, 1, 2, 4];

/**
 * Edges that a feature is counted between from now on: the baseline's deciles and, beyond both ends, six further ones up to
 * four ranges between the first and the ninth decile. Equal deciles are one edge; where all are equal the range is that of
 * all values, and where these are equal too, the value itself (1 where it is 0).
 *
 * @param deciles the first to the ninth, ascending
 * @param extremes the smallest and the largest finite value
 * @returns strictly ascending edges between two open bins, at most 21
 */
export function frozenEdges(deciles: readonly number[], [minimum, maximum]: readonly [number, number]): Float64Array {
  const [first, last] = [deciles[0], deciles[deciles.length - 1]];
  const range = last - first || maximum - minimum || Math.abs(first) || 1;
  const edges = [
    ...BEYOND.map((ratio) => first - ratio * range),
    ...deciles,
    ...BEYOND.map((ratio) => last + ratio * range),
  ];
  return Float64Array.from(new Set(edges)).sort();
}
