import type { Histogram } from './Distribution';

/** The histogram with the buckets at these edges put together; its outer edges stay. */
export function withoutEdges(histogram: Histogram, left: ReadonlySet<number>): Histogram {
  const { edges, bins } = histogram;
  const last = edges.length - 1;
  const isKept = (i: number) => i === 0 || i === last || !left.has(edges[i]);
  if (edges.every((_, i) => isKept(i))) {
    return histogram;
  }
  const counts: number[] = [];
  bins.forEach((count, i) => {
    if (isKept(i)) {
      counts.push(count);
    } else {
      counts[counts.length - 1] += count;
    }
  });
  return { ...histogram, edges: edges.filter((_, i) => isKept(i)), bins: Float64Array.from(counts) };
}
