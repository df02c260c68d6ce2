import type { Notice } from '../../Notice';
import type { Column } from '../columns/Column';
import type { OpenFile } from '../OpenFile';
import type { ColumnRequest } from './TableFile';

/** Reads a file from its first row to its last and gathers the wanted columns, or all of them. Throws a SourceError. */
export type RowScan = (
  file: OpenFile,
  wanted: readonly ColumnRequest[] | 'all',
  signal?: AbortSignal
) => Promise<Scanned>;

export interface Scanned {
  readonly rows: number;
  /** All columns that the file has, in its order. */
  readonly names: readonly string[];
  readonly columns: ReadonlyMap<string, Column>;
  /** Said to the user: what of the file was not read, and what had to be guessed of how it is written. */
  readonly notices?: readonly Notice[];
}
