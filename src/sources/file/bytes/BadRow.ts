/** A row of delimited text that is not as its header says: it has other cells, or a quote that does not end a cell. */
export class BadRow extends Error {
  override name = 'BadRow';
  constructor(
    readonly problem: 'cells' | 'quote',
    /** 1-based, the header not counted. */
    readonly row: number,
    /** Line ends before the row. */
    readonly line: number,
    /** Cells of the row, or the cell with the quote, 1-based. */
    readonly cells: number
  ) {
    super(`row ${row}: ${problem}`);
  }
}
