/** Rows of one day on which both versions made a prediction, one of them a shadow that only logs. */
export interface ShadowCounts {
  readonly rows: number;
  /** Rows on which the old version alone was right, and the new one alone. Rows on which both were or neither was don't count. */
  readonly oldOnly: number;
  readonly newOnly: number;
}
