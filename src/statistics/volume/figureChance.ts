/**
 * Standard deviation of the logarithm of a figure of `calls` positive values, where they have an exponential distribution's
 * tail, as latencies and amounts have about: what chance makes of it at least. Of a percentile q it is
 * √(q / ((1 − q) n)) / −ln(1 − q), by the quantile's limit distribution; of a mean 1 / √n; of a sum √(2 / n), since the number
 * of values is one of chance too.
 */
export function figureChance(aggregate: string, calls: number): number {
  const n = Math.max(1, calls);
  switch (aggregate) {
    case 'avg':
      return 1 / Math.sqrt(n);
    case 'sum':
      return Math.sqrt(2 / n);
    case 'min':
      return 1;
    case 'max':
      return ofQuantile(1, n);
    default:
      return ofQuantile(Number(aggregate.slice(1)) / 100, n);
  }
}

/** Beyond the largest of n values there is none: no percentile is farther out than that one's rank. */
function ofQuantile(asked: number, n: number): number {
  const q = Math.min(n / (n + 1), Math.max(1 / (n + 1), asked));
  return Math.sqrt(q / ((1 - q) * n)) / -Math.log(1 - q);
}
