/**
 * Rows by actual and predicted class, both as text; a class that is named in either occurs in `classes`.
 * `counts[i][j]` are the rows of the actual class i that were predicted as j.
 */
export interface ConfusionCounts {
  /** In ascending order of their text. */
  readonly classes: readonly string[];
  readonly counts: readonly Float64Array[];
}
