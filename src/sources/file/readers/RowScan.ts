import type { Notice } from '../../Notice';
import type { Column } from '../columns/Column';
import type { OpenFile } from '../OpenFile';
import type { KeptRows } from './KeptRows';
import type { Within } from './RowsWithin';
import type { ColumnRequest } from './TableFile';

/**
 * Reads a file from its first row to its last and gathers the wanted columns, or all of them. Throws a SourceError, and
 * OddTimes where a column that may come as times can't.
 */
export type RowScan = (
  file: OpenFile,
  wanted: readonly ColumnRequest[] | 'all',
  options?: ScanOptions
) => Promise<Scanned>;

export interface ScanOptions {
  readonly signal?: AbortSignal;
  /** Rows outside of the range may be left out; the column of its times must be wanted. */
  readonly within?: Within;
}

export interface Scanned {
  /** Those that were gathered. */
  readonly rows: number;
  /** All columns that the file has, in its order. */
  readonly names: readonly string[];
  readonly columns: ReadonlyMap<string, Column>;
  /** Where some rows were left out: which were not. */
  readonly kept?: KeptRows;
  /** Said to the user: what of the file was not read, and what had to be guessed of how it is written. */
  readonly notices?: readonly Notice[];
}
