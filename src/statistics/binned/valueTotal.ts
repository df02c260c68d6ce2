import type { Distribution } from '../../distribution/Distribution';

/** The number of values that a test sees: without missing, NaN and mistyped ones. */
export function valueTotal(distribution: Distribution): number {
  switch (distribution.kind) {
    case 'samples':
      return distribution.sorted.length;
    case 'histogram':
      return sum(distribution.bins);
    case 'categories':
      return sum(distribution.byCategory.values()) + distribution.rest;
    case 'quantiles':
      return distribution.values.length === 0
        ? 0
        : distribution.counts.total -
            distribution.counts.missing -
            distribution.counts.nan -
            distribution.counts.mistyped;
  }
}

function sum(counts: Iterable<number>): number {
  let total = 0;
  for (const count of counts) {
    total += count;
  }
  return total;
}
