/**
 * One feature in one segment, counted window by window: its values between frozen edges, its categories, or how many of its
 * values are missing. What every store can return in a few bounded requests.
 */
export interface CountedSeries {
  /**
   * `values`: numbers in bins that ascend; the bins at both ends are open. `categories`: one bin a category, the last one
   * may hold all others. `missing`: two bins, first the rows with a value, then those without.
   */
  readonly kind: 'values' | 'categories' | 'missing';
  /** How many bins; at least 2. */
  readonly bins: number;
  /** Rows by window and bin, windows × bins, row-major. Not necessarily whole where a store extrapolates. */
  readonly counts: Float64Array;
  /** 1 for each window that takes part. A window that is excluded, incomplete or has no rows is 0. */
  readonly present: Uint8Array;
  /**
   * How much the difference of shares counts at each edge between two bins (`values`, bins − 1 of them, in standard
   * deviations: `edgeWidths`). Not read for other kinds: ½ for each category, 1 for the missing share.
   */
  readonly widths?: Float64Array;
}
