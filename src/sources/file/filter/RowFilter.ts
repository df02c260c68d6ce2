/** Terms that all must hold of a row. */
export type RowFilter = readonly RowTerm[];

export interface RowTerm {
  readonly column: string;
  /** Of which one is the row's; null asks whether there is any value. */
  readonly values: readonly string[] | null;
  readonly negated: boolean;
}
