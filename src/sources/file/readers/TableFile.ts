import type { TimeRange } from '../../../query/time';
import type { Column } from '../columns/Column';

/** A file as a table of which only some columns are read. */
export interface TableFile {
  /** All columns, in the file's order. */
  columnNames(signal?: AbortSignal): Promise<readonly string[]>;
  /** Columns that the file does not have are left out. */
  read(request: ReadRequest): Promise<TableRows>;
}

export interface ReadRequest {
  readonly columns: readonly ColumnRequest[];
  /** Rows outside of the time range may be left out, where the file tells where they are. */
  readonly within?: { readonly timeField: string; readonly range: TimeRange };
  readonly signal?: AbortSignal;
}

export interface ColumnRequest {
  readonly name: string;
  /** Keep the text of the cells, whatever they hold. */
  readonly text: boolean;
}

export interface TableRows {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Column>;
  /** 1-based number in the file, the header not counted, of a row that was read. */
  rowNumber(row: number): number;
}
