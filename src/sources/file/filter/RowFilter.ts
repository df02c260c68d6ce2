/** Terms that all must hold of a row. */
export type RowFilter = readonly RowTerm[];

export interface RowTerm {
  readonly column: string;
  /** Null asks whether there is any value. */
  readonly value: string | null;
  readonly negated: boolean;
}
