import type { Distribution } from '../../distribution/Distribution';
import { numberOfValues } from '../../distribution/numberOfValues';
import { quantileOfSorted } from '../../distribution/quantile';

/** How the time that rows take to arrive is called where a feature is named; in seconds. */
export const DELAY = '(delay)';

/** Fewer rows don't tell what is usual. */
const LEAST_VALUES = 100;
/** Only one row in a hundred usually takes longer. */
const SHARE = 0.99;
/** Seconds: clocks of two machines differ by less, and what arrives within them is not late. */
export const LEAST_LIMIT = 1;

/** The delay within which 99% of the rows arrived, in seconds; an edge of its bucket where they were counted in buckets. */
export function usualDelay(delays: Distribution): number | null {
  const values = numberOfValues(delays);
  if (values < LEAST_VALUES) {
    return null;
  }
  if (delays.kind === 'samples') {
    return atLeast(quantileOfSorted(delays.sorted, SHARE));
  }
  if (delays.kind !== 'histogram') {
    return null;
  }
  const { bins, edges, maximum = Infinity } = delays;
  let below = 0;
  const bin = bins.findIndex((count) => (below += count) >= SHARE * values);
  return atLeast(Math.min(edges[bin + 1], maximum));
}

function atLeast(limit: number | null): number | null {
  return limit === null || !Number.isFinite(limit) ? null : Math.max(LEAST_LIMIT, limit);
}
