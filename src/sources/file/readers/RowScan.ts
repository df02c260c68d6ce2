import type { Column } from '../columns/Column';
import type { ResolvedFile } from '../resolveFile';
import type { ColumnRequest } from './TableFile';

/** Reads a file from its first row to its last and gathers the wanted columns, or all of them. Throws a SourceError. */
export type RowScan = (
  file: ResolvedFile,
  wanted: readonly ColumnRequest[] | 'all',
  signal?: AbortSignal
) => Promise<Scanned>;

export interface Scanned {
  readonly rows: number;
  /** All columns that the file has, in its order. */
  readonly names: readonly string[];
  readonly columns: ReadonlyMap<string, Column>;
}
