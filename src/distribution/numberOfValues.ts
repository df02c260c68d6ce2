import type { Distribution, Histogram } from './Distribution';

/** How many values enter a test: infinite ones do; missing, NaN and mistyped ones don't. */
export function numberOfValues(distribution: Distribution): number {
  switch (distribution.kind) {
    case 'samples':
      return distribution.sorted.length;
    case 'histogram':
      return sumOf(distribution.bins) + infiniteBelow(distribution) + infiniteAbove(distribution);
    case 'categories':
      return sum(distribution.byCategory.values()) + distribution.rest;
    case 'quantiles': {
      const { total, missing, nan, mistyped } = distribution.counts;
      return distribution.values.length === 0 ? 0 : Math.max(0, total - missing - nan - mistyped);
    }
  }
}

/** Whether any value enters a test: mostly told from the first few bins. */
export function hasValues(distribution: Distribution): boolean {
  if (distribution.kind !== 'histogram') {
    return numberOfValues(distribution) > 0;
  }
  const { bins } = distribution;
  for (let i = 0; i < bins.length; i++) {
    if (bins[i] > 0) {
      return true;
    }
  }
  return infiniteBelow(distribution) > 0 || infiniteAbove(distribution) > 0;
}

/** Values of -Infinity that no bin holds: a bin that reaches down to -Infinity counts them itself. */
export function infiniteBelow({ edges, counts }: Histogram): number {
  return edges[0] === -Infinity ? 0 : counts.negativeInfinity;
}

/** Values of +Infinity that no bin holds: a bin that reaches up to +Infinity counts them itself. */
export function infiniteAbove({ edges, counts }: Histogram): number {
  return edges[edges.length - 1] === Infinity ? 0 : counts.positiveInfinity;
}

/** A plain loop: histograms are summed for every comparison. */
function sumOf(bins: Float64Array): number {
  let total = 0;
  for (let i = 0; i < bins.length; i++) {
    total += bins[i];
  }
  return total;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) {
    total += value;
  }
  return total;
}
