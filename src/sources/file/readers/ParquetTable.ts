import type { FileMetaData } from 'hyparquet';
import type { TimeRange } from '../../../query/time';
import { asText } from '../columns/asText';
import type { Column } from '../columns/Column';
import { concatColumns } from '../columns/concatColumns';
import { freeColumn } from '../columns/freeColumn';
import { messageOf, unreadable } from '../fileError';
import type { ResolvedFile } from '../resolveFile';
import type { ColumnCache } from './ColumnCache';
import { groupRange, readColumnChunk, readMetadata, timeColumns, topLevelColumns } from './parquetFile';
import { openBuffer } from './openBuffer';
import { readNumberChunk } from './parquetNumbers';
import type { ColumnRequest, ReadRequest, TableFile, TableRows } from './TableFile';

interface RowGroup {
  readonly index: number;
  readonly start: number;
  readonly rows: number;
}

/** A Parquet file: only the wanted columns are read, of the row groups whose statistics say that they can matter. */
export class ParquetTable implements TableFile {
  readonly columnwise = true;
  private metadata: Promise<FileMetaData> | null = null;

  constructor(
    private readonly file: ResolvedFile,
    private readonly cache: ColumnCache
  ) {}

  async columnNames(): Promise<readonly string[]> {
    return topLevelColumns(await this.readMetadata());
  }

  async read({ columns, within, signal, last = false }: ReadRequest): Promise<TableRows> {
    const metadata = await this.readMetadata();
    const groups = groupsWithin(metadata, within);
    const names = topLevelColumns(metadata);
    const found = new Map<string, Column>();
    const fresh = new Set<string>();
    for (const request of columns.filter(({ name }) => names.includes(name))) {
      const { column, isFresh } = await this.readColumn(request, metadata, groups, { signal, last });
      found.set(request.name, column);
      if (isFresh) {
        fresh.add(request.name);
      }
    }
    const rows = groups.reduce((sum, group) => sum + group.rows, 0);
    return { rows, columns: found, fresh, rowNumber: (row) => rowNumber(groups, row) };
  }

  private async readColumn(
    { name, text }: ColumnRequest,
    metadata: FileMetaData,
    groups: readonly RowGroup[],
    { signal, last }: { signal?: AbortSignal; last: boolean }
  ): Promise<{ column: Column; isFresh: boolean }> {
    const parts: Column[] = [];
    for (const group of groups) {
      signal?.throwIfAborted();
      parts.push(await this.readChunk(name, metadata, group, last));
    }
    const column = concatColumns(parts);
    const copied = !parts.includes(column);
    if (copied && last) {
      parts.forEach(freeColumn);
    }
    return { column: text ? (asText(column) ?? column) : column, isFresh: copied || last };
  }

  private async readChunk(name: string, metadata: FileMetaData, group: RowGroup, last: boolean): Promise<Column> {
    const key = `${this.file.version}\0${group.index}\0${name}`;
    const kept = last ? this.cache.take(key) : this.cache.get(key);
    if (kept !== undefined) {
      return kept;
    }
    const { buffer, close } = await openBuffer(this.file);
    try {
      const column =
        (await readNumberChunk(buffer, metadata, name, group.index)) ??
        (await readColumnChunk(buffer, metadata, name, group.start, group.rows, timeColumns(metadata).has(name)));
      if (!last) {
        this.cache.set(key, column);
      }
      return column;
    } catch (error) {
      const message = `${this.file.shown}: column "${name}" cannot be read, the file may be damaged: ${messageOf(error)}`;
      throw unreadable(message, error);
    } finally {
      await close();
    }
  }

  private readMetadata(): Promise<FileMetaData> {
    this.metadata ??= this.loadMetadata();
    return this.metadata;
  }

  private async loadMetadata(): Promise<FileMetaData> {
    const { buffer, close } = await openBuffer(this.file);
    try {
      return await readMetadata(buffer);
    } catch (error) {
      throw unreadable(`${this.file.shown} is not a readable Parquet file: ${messageOf(error)}`, error);
    } finally {
      await close();
    }
  }
}

function groupsWithin(metadata: FileMetaData, within: ReadRequest['within']): RowGroup[] {
  let start = 0;
  const groups = metadata.row_groups.map(({ num_rows }, index) => {
    const group = { index, start, rows: Number(num_rows) };
    start += group.rows;
    return group;
  });
  return groups.filter(
    ({ index }) => within === undefined || mayOverlap(groupRange(metadata, index, within.timeField), within.range)
  );
}

/** Where a group does not say what times it holds, it may hold any. */
function mayOverlap(held: TimeRange | null, asked: TimeRange): boolean {
  return held === null || (held.from < asked.to && held.to >= asked.from);
}

function rowNumber(groups: readonly RowGroup[], row: number): number {
  let before = 0;
  for (const { start, rows } of groups) {
    if (row < before + rows) {
      return start + row - before + 1;
    }
    before += rows;
  }
  return row + 1;
}
