import type { Aggregate } from '../../query/measure';

/** Of an expression that tells nothing of itself: as the median, which varies about as other percentiles do. */
export const NO_FIGURE: Aggregate = 'p50';

/** What an expression takes of its calls, as far as its text tells: a percentile, or a mean by `_sum`. */
export function figureOf(expr: string): Aggregate {
  const quantile = /quantile\w*\s*\(\s*(0?\.\d+)/.exec(expr);
  if (quantile !== null) {
    return `p${100 * Number(quantile[1])}`;
  }
  return /_sum\b/.test(expr) || /\bavg/.test(expr) ? 'avg' : NO_FIGURE;
}
