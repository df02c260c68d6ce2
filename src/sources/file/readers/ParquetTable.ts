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
import { parquetColumns, type ParquetColumns, type ParquetLeaf } from './parquet/parquetColumns';
import { readFooter } from './parquet/parquetFooter';
import { readLeaf } from './parquet/readLeaf';
import { blockTimes, type RowBlock, rowBlocks } from './parquet/rowBlocks';
import type { ColumnRequest, ReadRequest, TableFile, TableRows } from './TableFile';

interface Place {
  readonly metadata: FileMetaData;
  readonly leaf: ParquetLeaf;
}

interface Footer {
  readonly metadata: FileMetaData;
  readonly names: readonly string[];
  readonly leaves: ReadonlyMap<string, ParquetLeaf>;
  readonly leftOut: ParquetColumns['leftOut'];
  readonly blocks: readonly RowBlock[];
}

/** A Parquet file: only the wanted columns are read, of the row groups that can matter by their statistics. */
export class ParquetTable implements TableFile {
  readonly columnwise = true;
  private footer: Promise<Footer> | null = null;

  constructor(
    private readonly file: OpenFile,
    private readonly cache: ColumnCache
  ) {}

  async columnNames(): Promise<readonly string[]> {
    return (await this.readFooter()).names;
  }

  async leftOut(): Promise<ReadonlyMap<string, string>> {
    return (await this.readFooter()).leftOut;
  }

  async read({ columns, within, signal, last = false }: ReadRequest): Promise<TableRows> {
    const footer = await this.readFooter();
    const { metadata, leaves } = footer;
    const blocks = blocksWithin(footer, within);
    const hold = memory().hold();
    try {
      const names = new Set(columns.map(({ name }) => name));
      const wanted = Array.from(names, (name) => leaves.get(name)).filter((leaf) => leaf !== undefined);
      hold.take(memoryOf(metadata, wanted, blocks), `Reading ${this.file.shown}`);
      return await this.readBlocks(footer, blocks, { columns, signal, last });
    } finally {
      hold.release();
    }
  }

  private async readBlocks(
    { metadata, leaves }: Pick<Footer, 'metadata' | 'leaves'>,
    blocks: readonly RowBlock[],
    { columns, signal, last = false }: Pick<ReadRequest, 'columns' | 'signal' | 'last'>
  ): Promise<TableRows> {
    const found = new Map<string, Column>();
    const fresh = new Set<string>();
    for (const request of columns) {
      const leaf = leaves.get(request.name);
      if (leaf !== undefined) {
        const { column, isFresh } = await this.readColumn(request, { metadata, leaf }, blocks, { signal, last });
        found.set(request.name, column);
        if (isFresh) {
          fresh.add(request.name);
        }
      }
    }
    const rows = blocks.reduce((sum, block) => sum + block.rows, 0);
    return { rows, columns: found, fresh, rowNumber: (row) => rowNumber(blocks, row) };
  }

  private async readColumn(
    { text, keys = false }: ColumnRequest,
    place: Place,
    blocks: readonly RowBlock[],
    { signal, last }: { signal?: AbortSignal; last: boolean }
  ): Promise<{ column: Column; isFresh: boolean }> {
    if (keys) {
      return { column: await this.decode(place, blocks, signal, true), isFresh: true };
    }
    const { column, isFresh } =
      last && blocks.length > 0 && blocks.every((block) => this.cache.get(this.keyOf(place, block)) === undefined)
        ? { column: await this.decode(place, blocks, signal), isFresh: true }
        : await this.joinBlocks(place, blocks, { signal, last });
    return { column: text ? (asText(column) ?? column) : column, isFresh };
  }

  /** Each block is kept by itself. */
  private async joinBlocks(
    place: Place,
    blocks: readonly RowBlock[],
    { signal, last }: { signal?: AbortSignal; last: boolean }
  ): Promise<{ column: Column; isFresh: boolean }> {
    const parts: Column[] = [];
    for (const block of blocks) {
      parts.push(await this.readBlock(place, block, { signal, last }));
    }
    const column = concatColumns(parts);
    const copied = !parts.includes(column);
    if (copied && last) {
      parts.forEach(freeColumn);
    }
    return { column, isFresh: copied || last };
  }

  private async readBlock(
    place: Place,
    block: RowBlock,
    { signal, last }: { signal?: AbortSignal; last: boolean }
  ): Promise<Column> {
    const key = this.keyOf(place, block);
    const kept = last ? this.cache.take(key) : this.cache.get(key);
    if (kept !== undefined) {
      return kept;
    }
    const column = await this.decode(place, [block], signal);
    if (!last) {
      this.cache.set(key, column);
    }
    return column;
  }

  private keyOf({ leaf }: Place, { index }: RowBlock): string {
    return `${this.file.version}\0${index}\0${leaf.name}`;
  }

  private async decode(
    { metadata, leaf }: Place,
    blocks: readonly RowBlock[],
    signal?: AbortSignal,
    keys = false
  ): Promise<Column> {
    const groups = blocks.flatMap((block) => block.groups);
    try {
      return await readLeaf(this.file.buffer, metadata, leaf, groups, { signal, keys });
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
      const { leaves, leftOut } = parquetColumns(metadata);
      return {
        ...{ metadata, leftOut, blocks: rowBlocks(metadata) },
        leaves: new Map(leaves.map((leaf) => [leaf.name, leaf])),
        names: [...leaves.map(({ name }) => name), ...leftOut.keys()],
      };
    } catch (error) {
      throw unreadable(`${this.file.shown}: ${messageOf(error)}.`, error);
    }
  }
}

function blocksWithin({ metadata, leaves, blocks }: Footer, within: ReadRequest['within']): readonly RowBlock[] {
  const leaf = within && leaves.get(within.timeField);
  if (within === undefined || leaf === undefined) {
    return blocks;
  }
  const times = blockTimes(metadata, leaf, blocks);
  return blocks.filter(({ index }) => mayOverlap(times[index], within.range));
}

/** Where a block does not say what times it holds, it may hold any. */
function mayOverlap(held: TimeRange | null, asked: TimeRange): boolean {
  return held === null || (held.from < asked.to && held.to >= asked.from);
}

function rowNumber(blocks: readonly RowBlock[], row: number): number {
  let before = 0;
  for (const { start, rows } of blocks) {
    if (row < before + rows) {
      return start + row - before + 1;
    }
    before += rows;
  }
  return row + 1;
}
