import type { FileFormat } from '../fileFormat';
import type { OpenFile } from '../OpenFile';
import { ColumnCache } from './ColumnCache';
import { ParquetTable } from './ParquetTable';
import type { RowScan } from './RowScan';
import { RowTable } from './RowTable';
import { scanDelimited } from './scanDelimited';
import { scanJson } from './scanJson';
import type { ScanMemory } from './ScanMemory';
import { scanNdjson } from './scanNdjson';
import type { TableFile } from './TableFile';

/** Ten panels over one file read it once, and a process stays small. */
const CACHE_BYTES = 192 * 2 ** 20;

const LARGE = 64 * 2 ** 20;

const memory: ScanMemory = {
  cache: new ColumnCache(CACHE_BYTES),
  known: new Map(),
  odd: new Map(),
  underWay: new Map(),
  large: LARGE,
};

const SCANS: Readonly<Record<Exclude<FileFormat, 'parquet'>, RowScan>> = {
  delimited: scanDelimited,
  ndjson: scanNdjson,
  json: scanJson,
};

/** The reader for a file's format. Columns are kept by the version of the file, so that a file written anew is read anew. */
export function openTable(file: OpenFile): TableFile {
  return file.format === 'parquet'
    ? new ParquetTable(file, memory.cache)
    : new RowTable(file, SCANS[file.format], memory);
}

/** What was read of a version of a file may be wrong: it was written meanwhile. */
export function forgetVersion(version: string): void {
  for (const map of [memory.known, memory.odd]) {
    [...map.keys()].filter((key) => key.startsWith(`${version}\0`)).forEach((key) => map.delete(key));
  }
  memory.cache.forgetAll(`${version}\0`);
}
