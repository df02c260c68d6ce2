const SECOND = 1000;
/** A sample is seen for so long after its scrape. */
export const LOOKBACK = 300 * SECOND;
const PARTS = 24;
const MOST_PARTS = 2000;

/**
 * How often a window is looked into, in milliseconds: at most as often as a sample is seen, so that none is missed; in very
 * long windows more rarely, which costs exactness and misses metrics that are scraped rarely.
 */
export function lookingStep(window: number): number {
  const step = Math.max(Math.min(LOOKBACK, window / PARTS), window / MOST_PARTS);
  return Math.max(SECOND, Math.floor(step / SECOND) * SECOND);
}
