import type { FileMetaData } from 'hyparquet';
import type { TimeRange } from '../../../query/time';
import { SourceError } from '../../SourceError';
import { asText } from '../columns/asText';
import type { Column } from '../columns/Column';
import { concatColumns } from '../columns/concatColumns';
import { freeColumn } from '../columns/freeColumn';
import { messageOf, unreadable } from '../fileError';
import { ChangedFile, type OpenFile } from '../OpenFile';
import { memory } from '../../memory/Memory';
import type { ColumnCache } from './ColumnCache';
import { memoryOf } from './parquet/memoryOf';
import { groupTimes } from './parquet/groupTimes';
import { parquetColumns, type ParquetColumns, type ParquetLeaf } from './parquet/parquetColumns';
import { readFooter } from './parquet/parquetFooter';
import { readLeaf } from './parquet/readLeaf';
import type { ColumnRequest, ReadRequest, TableFile, TableRows } from './TableFile';

interface RowGroup {
  readonly index: number;
  readonly start: number;
  readonly rows: number;
}

interface Place {
  readonly metadata: FileMetaData;
  readonly leaf: ParquetLeaf;
}

interface Footer extends ParquetColumns {
  readonly metadata: FileMetaData;
}

/** A Parquet file: only the wanted columns are read, of the row groups whose statistics say that they can matter. */
export class ParquetTable implements TableFile {
  readonly columnwise = true;
  private footer: Promise<Footer> | null = null;

  constructor(
    private readonly file: OpenFile,
    private readonly cache: ColumnCache
  ) {}

  async columnNames(): Promise<readonly string[]> {
    const { leaves, leftOut } = await this.readFooter();
    return [...leaves.map(({ name }) => name), ...leftOut.keys()];
  }

  async leftOut(): Promise<ReadonlyMap<string, string>> {
    return (await this.readFooter()).leftOut;
  }

  async read({ columns, within, signal, last = false }: ReadRequest): Promise<TableRows> {
    const { metadata, leaves } = await this.readFooter();
    const groups = groupsWithin(metadata, leaves, within);
    const hold = memory().hold();
    try {
      const names = new Set(columns.map(({ name }) => name));
      const wanted = leaves.filter(({ name }) => names.has(name));
      hold.take(memoryOf(metadata, wanted, groups), `Reading ${this.file.shown}`);
      return await this.readGroups({ metadata, leaves }, groups, { columns, signal, last });
    } finally {
      hold.release();
    }
  }

  private async readGroups(
    { metadata, leaves }: Pick<Footer, 'metadata' | 'leaves'>,
    groups: readonly RowGroup[],
    { columns, signal, last = false }: Pick<ReadRequest, 'columns' | 'signal' | 'last'>
  ): Promise<TableRows> {
    const found = new Map<string, Column>();
    const fresh = new Set<string>();
    for (const request of columns) {
      const leaf = leaves.find(({ name }) => name === request.name);
      if (leaf !== undefined) {
        const { column, isFresh } = await this.readColumn(request, { metadata, leaf }, groups, { signal, last });
        found.set(request.name, column);
        if (isFresh) {
          fresh.add(request.name);
        }
      }
    }
    const rows = groups.reduce((sum, group) => sum + group.rows, 0);
    return { rows, columns: found, fresh, rowNumber: (row) => rowNumber(groups, row) };
  }

  private async readColumn(
    { text }: ColumnRequest,
    place: Place,
    groups: readonly RowGroup[],
    { signal, last }: { signal?: AbortSignal; last: boolean }
  ): Promise<{ column: Column; isFresh: boolean }> {
    const { column, isFresh } =
      last && groups.length > 0 && groups.every((group) => this.cache.get(this.keyOf(place, group)) === undefined)
        ? { column: await this.decode(place, groups, signal), isFresh: true }
        : await this.joinGroups(place, groups, { signal, last });
    return { column: text ? (asText(column) ?? column) : column, isFresh };
  }

  /** Each row group is kept by itself. */
  private async joinGroups(
    place: Place,
    groups: readonly RowGroup[],
    { signal, last }: { signal?: AbortSignal; last: boolean }
  ): Promise<{ column: Column; isFresh: boolean }> {
    const parts: Column[] = [];
    for (const group of groups) {
      parts.push(await this.readGroup(place, group, { signal, last }));
    }
    const column = concatColumns(parts);
    const copied = !parts.includes(column);
    if (copied && last) {
      parts.forEach(freeColumn);
    }
    return { column, isFresh: copied || last };
  }

  private async readGroup(
    place: Place,
    group: RowGroup,
    { signal, last }: { signal?: AbortSignal; last: boolean }
  ): Promise<Column> {
    const key = this.keyOf(place, group);
    const kept = last ? this.cache.take(key) : this.cache.get(key);
    if (kept !== undefined) {
      return kept;
    }
    const column = await this.decode(place, [group], signal);
    if (!last) {
      this.cache.set(key, column);
    }
    return column;
  }

  private keyOf({ leaf }: Place, { index }: RowGroup): string {
    return `${this.file.version}\0${index}\0${leaf.name}`;
  }

  private async decode({ metadata, leaf }: Place, groups: readonly RowGroup[], signal?: AbortSignal): Promise<Column> {
    const indices = groups.map(({ index }) => index);
    try {
      return await readLeaf(this.file.buffer, metadata, leaf, indices, signal);
    } catch (error) {
      if (error instanceof ChangedFile || error instanceof SourceError || signal?.aborted === true) {
        throw error;
      }
      const message = `${this.file.shown}: column "${leaf.name}" cannot be read, the file may be damaged: ${messageOf(error)}.`;
      throw unreadable(message, error);
    }
  }

  private readFooter(): Promise<Footer> {
    this.footer ??= this.loadFooter();
    return this.footer;
  }

  private async loadFooter(): Promise<Footer> {
    let metadata: FileMetaData;
    try {
      metadata = await readFooter(this.file.buffer);
    } catch (error) {
      if (error instanceof ChangedFile || error instanceof SourceError) {
        throw error;
      }
      throw unreadable(`${this.file.shown} is not a readable Parquet file: ${messageOf(error)}.`, error);
    }
    try {
      return { metadata, ...parquetColumns(metadata) };
    } catch (error) {
      throw unreadable(`${this.file.shown}: ${messageOf(error)}.`, error);
    }
  }
}

function groupsWithin(
  metadata: FileMetaData,
  leaves: readonly ParquetLeaf[],
  within: ReadRequest['within']
): RowGroup[] {
  let start = 0;
  const groups = metadata.row_groups.map(({ num_rows }, index) => {
    const group = { index, start, rows: Number(num_rows) };
    start += group.rows;
    return group;
  });
  const leaf = leaves.find(({ name }) => name === within?.timeField);
  if (within === undefined || leaf === undefined) {
    return groups;
  }
  const times = groupTimes(metadata, leaf);
  return groups.filter(({ index }) => mayOverlap(times[index], within.range));
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
