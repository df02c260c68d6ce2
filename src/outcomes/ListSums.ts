/** Rows by list: what was shown together. Sums over lists, whose rows have all a label. */
export interface ListSums {
  readonly lists: number;
  /** n rows and c positive ones a list: Σn, Σc, Σn², Σc², Σnc. */
  readonly rows: number;
  readonly positives: number;
  readonly rowSquares: number;
  readonly positiveSquares: number;
  readonly products: number;
  /** By k: sum over lists of the share of positive ones among the first k, and of its squares. */
  readonly atK: ReadonlyMap<number, { readonly sum: number; readonly squares: number }>;
  /** Lists with a row whose label is not known, which are left out. */
  readonly open: number;
  /** The same sums where a row without a label is not positive; absent here. */
  readonly closed?: Omit<ListSums, 'closed'>;
}
