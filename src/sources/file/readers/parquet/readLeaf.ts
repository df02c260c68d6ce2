import type { AsyncBuffer, FileMetaData, RowGroup } from 'hyparquet';
import type { Column } from '../../columns/Column';
import { KeySink } from '../../keys/KeySink';
import { type Chunk, chunkBytes } from './chunkBytes';
import { type ColumnSink, ExactSink, NumberSink, TextSink, TruthSink } from './leafSinks';
import { leafType, LongInteger } from './leafType';
import type { ParquetLeaf } from './parquetColumns';
import { readPages } from './readPages';

/** The footer of a damaged file may promise any number. */
const MOST_PROMISED = 2 ** 22;
const MOST_PROMISED_IN_ALL = 2 ** 25;

export interface LeafOptions {
  readonly signal?: AbortSignal;
  /** Cells come as hashes. */
  readonly keys?: boolean;
}

/** One column of some row groups. Throws an Error that says what is wrong with its bytes, or what is not supported. */
export async function readLeaf(
  file: AsyncBuffer,
  { row_groups }: FileMetaData,
  leaf: ParquetLeaf,
  groups: readonly number[],
  { signal, keys = false }: LeafOptions = {}
): Promise<Column> {
  const chunks = groups.map((group) => chunkOf(row_groups[group], leaf));
  const rows = chunks.reduce((sum, { rows }) => sum + Math.min(rows, MOST_PROMISED), 0);
  const read = async (sink: ColumnSink): Promise<Column> => {
    for await (const { chunk, bytes } of chunkBytes(file, chunks)) {
      signal?.throwIfAborted();
      sink.startGroup?.();
      readPages(bytes, chunk.meta, leaf, sink);
    }
    return sink.finish();
  };
  try {
    const capacity = Math.min(rows, MOST_PROMISED_IN_ALL);
    return await read(keys ? new KeySink(leaf.name, leaf.element, capacity) : sinkFor(leaf, capacity));
  } catch (error) {
    const type = leafType(leaf.element);
    if (error instanceof LongInteger && type.kind === 'numbers' && type.exact !== undefined) {
      return read(new ExactSink(type.exact));
    }
    throw error;
  }
}

function chunkOf({ columns, num_rows: rows }: RowGroup, leaf: ParquetLeaf): Chunk {
  const chunk = columns[leaf.index];
  const meta = chunk?.meta_data;
  if (meta === undefined) {
    throw new RangeError('the footer does not say where it lies');
  }
  if (chunk.file_path !== undefined && chunk.file_path !== '') {
    throw new Error(`its data lie in another file, ${chunk.file_path}: name that one`);
  }
  if (meta.num_values !== rows) {
    throw new RangeError(`it has ${meta.num_values} cells, and its row group ${rows} rows`);
  }
  return { meta, rows: Number(rows) };
}

function sinkFor({ element }: ParquetLeaf, rows: number): ColumnSink {
  const type = leafType(element);
  switch (type.kind) {
    case 'truth':
      return new TruthSink();
    case 'text':
      return new TextSink(type.text, rows);
    case 'times':
    case 'numbers':
      return new NumberSink(type.numbers, type.kind === 'times', rows);
  }
}
