/** Counts of a baseline and a current sample in the same categories or bins: what every test of counts works on. */
export interface CountTable {
  readonly baseline: Float64Array;
  readonly current: Float64Array;
  /** Sum of `baseline`; above 0. */
  readonly baselineTotal: number;
  /** Sum of `current`; above 0. */
  readonly currentTotal: number;
  readonly guarantee: 'exact' | 'approximate';
}

/** A statistic of two rows of counts and their sums. */
export type TableStatistic = (
  baseline: Float64Array,
  current: Float64Array,
  baselineTotal: number,
  currentTotal: number
) => number;

/** Why there is no table. */
export interface NoTable {
  readonly undefinedReason: string;
}
