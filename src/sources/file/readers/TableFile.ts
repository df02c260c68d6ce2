import type { TimeRange } from '../../../query/time';
import type { Notice } from '../../Notice';
import type { Column } from '../columns/Column';

/** A file as a table of which only some columns are read. */
export interface TableFile {
  /** Whether a column alone costs no more to read than it does among others. */
  readonly columnwise: boolean;
  /** All columns, in the file's order. */
  columnNames(signal?: AbortSignal): Promise<readonly string[]>;
  /** Columns that hold no single values, with what they hold instead: they are named, and can't be read. */
  leftOut?(): Promise<ReadonlyMap<string, string>>;
  /** Columns that the file does not have are left out. */
  read(request: ReadRequest): Promise<TableRows>;
}

export interface ReadRequest {
  readonly columns: readonly ColumnRequest[];
  /** Rows outside of the time range may be left out, where the file tells where they are. */
  readonly within?: { readonly timeField: string; readonly range: TimeRange };
  readonly signal?: AbortSignal;
  /** The columns will not be asked for again: none is kept, and what was kept is handed out. */
  readonly last?: boolean;
}

export interface ColumnRequest {
  readonly name: string;
  /** Keep the text of the cells, whatever they hold. */
  readonly text: boolean;
  /** Texts that are all times may come as times, and their text be let go. */
  readonly times?: boolean;
  /** Cells come as hashes by which equal ones are told, and nothing else of them is kept. */
  readonly keys?: boolean;
}

export interface TableRows {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Column>;
  /** Columns that nothing else holds, so that their memory may be used for something else. */
  readonly fresh: ReadonlySet<string>;
  /** 1-based number in the file, the header not counted, of a row that was read. */
  rowNumber(row: number): number;
  /** Said to the user beside what is made of the rows: what of the file was not read, what was guessed of how it is written. */
  readonly notices?: readonly Notice[];
}
