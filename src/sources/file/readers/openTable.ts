import type { FileFormat } from '../fileFormat';
import { memory } from '../../memory/Memory';
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

const LARGE = 64 * 2 ** 20;

const scans: ScanMemory = {
  cache: new ColumnCache(() => memory().cacheBytes),
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
    ? new ParquetTable(file, scans.cache)
    : new RowTable(file, SCANS[file.format], scans);
}

/** What was read of a version of a file may be wrong: it was written meanwhile. */
export function forgetVersion(version: string): void {
  for (const map of [scans.known, scans.odd]) {
    [...map.keys()].filter((key) => key.startsWith(`${version}\0`)).forEach((key) => map.delete(key));
  }
  scans.cache.forgetAll(`${version}\0`);
}
