import type { AsyncBuffer, FileMetaData } from 'hyparquet';
import type { Column } from '../../columns/Column';
import { freeBuffer } from '../freeBuffer';
import { type ColumnSink, ExactSink, NumberSink, TextSink, TruthSink } from './leafSinks';
import { leafType, LongInteger } from './leafType';
import type { ParquetLeaf } from './parquetColumns';
import { readPages } from './readPages';

/** The footer of a damaged file may promise any number. */
const MOST_PROMISED = 2 ** 22;

/** One column of one row group. Throws an Error that says what is wrong with its bytes, or what is not supported. */
export async function readLeaf(
  file: AsyncBuffer,
  { row_groups }: FileMetaData,
  leaf: ParquetLeaf,
  group: number
): Promise<Column> {
  const { columns, num_rows: rows } = row_groups[group];
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
  const { data_page_offset: data, dictionary_page_offset: dictionary, total_compressed_size: size } = meta;
  // Some writers name no dictionary, or one that lies behind the data.
  const start = Number(dictionary && dictionary < data ? dictionary : data);
  const bytes = rows === 0n ? new ArrayBuffer(0) : await file.slice(start, start + Number(size));
  const read = (sink: ColumnSink): Column => {
    readPages(bytes, meta, leaf, sink);
    return sink.finish();
  };
  try {
    return read(sinkFor(leaf, Math.min(Number(rows), MOST_PROMISED)));
  } catch (error) {
    const type = leafType(leaf.element);
    if (error instanceof LongInteger && type.kind === 'numbers' && type.exact !== undefined) {
      return read(new ExactSink(type.exact));
    }
    throw error;
  } finally {
    freeBuffer(bytes);
  }
}

function sinkFor({ element }: ParquetLeaf, rows: number): ColumnSink {
  const type = leafType(element);
  switch (type.kind) {
    case 'truth':
      return new TruthSink();
    case 'text':
      return new TextSink(type.text);
    case 'times':
    case 'numbers':
      return new NumberSink(type.numbers, type.kind === 'times', rows);
  }
}
