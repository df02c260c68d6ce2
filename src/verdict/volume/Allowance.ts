/** A number of a window, and of how many calls it is; null where nobody said. */
export interface Counted {
  readonly value: number;
  readonly calls: number | null;
}

/**
 * What chance alone makes of a number: of a count of events, of a share of calls, of a figure of so many calls, or of one
 * whose past windows alone tell.
 */
export interface Allowance {
  readonly of: 'count' | 'share' | 'calls' | 'spread';
  /** So many standard deviations of chance around the expected value. */
  band(deviations: number): { low: number; high: number };
}

/** With fewer past windows a spread says nothing. */
export const FEWEST_FOR_Z = 4;
