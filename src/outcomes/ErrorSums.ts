/** What is known of the errors p − y of a forecast: p is the prediction, y the actual value, over rows that have both. */
export interface ErrorSums {
  readonly rows: number;
  readonly meanActual: number;
  readonly meanPredicted: number;
  /** Sums of squared deviations from the means, and of their products. */
  readonly squaresActual: number;
  readonly squaresPredicted: number;
  readonly products: number;
  /** Σ|p − y|, or what it lies between. */
  readonly absolute: Bounded;
  /**
   * Σ(p − y)², where the place adds up the errors themselves. From the sums above it loses digits where the errors are
   * small beside the spread of the values.
   */
  readonly squares?: number;
  /** Σ(p − y)⁴, for the variance of the squared error. */
  readonly fourth?: number;
  /** Σ|p − y|/|y| over rows with y ≠ 0, with its squares, and the rows with y = 0. */
  readonly relative?: { readonly sum: number; readonly squares: number; readonly zeros: number };
  /** Σ 2|p − y|/(|p| + |y|), where 0/0 counts 0, with its squares. */
  readonly symmetric?: { readonly sum: number; readonly squares: number };
  /** All errors in ascending order, where rows are at hand and not too many. */
  readonly sorted?: Float64Array;
}

export interface Bounded {
  readonly low: number;
  readonly high: number;
}
