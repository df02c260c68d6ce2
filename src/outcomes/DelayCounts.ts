/**
 * When labels came: rows by their age, which is the label's time minus the prediction's where the label is known, else the
 * time at which one looks minus the prediction's (censored). In milliseconds, ascending; a place may round ages up to its own steps.
 */
export interface DelayCounts {
  readonly ages: Float64Array;
  readonly labelled: Float64Array;
  readonly censored: Float64Array;
  /** The same by predicted class, where there are classes. */
  readonly byPredicted?: ReadonlyMap<string, { readonly labelled: Float64Array; readonly censored: Float64Array }>;
}
