import { crc32 } from 'node:zlib';
import type { ColumnMetaData, PageHeader } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { parquetHeader } from 'hyparquet/src/column.js';
import { decompressPage } from 'hyparquet/src/datapage.js';
import { freeBuffer } from '../freeBuffer';
import { codesAt, type Cursor, presentCells, type RawValues, valuesAt } from './pageValues';
import type { ParquetLeaf } from './parquetColumns';

/** Takes the values of a column page by page. `present` has one for a cell with a value, and is null where all have one. */
export interface PageSink {
  /** Must copy what it keeps. */
  dictionary(entries: RawValues): void;
  codes(codes: Int32Array, present: Uint8Array | null): void;
  values(values: RawValues, present: Uint8Array | null): void;
}

const SLACK_BYTES = 2 ** 20;

/**
 * Reads the pages of a column's chunk, and checks their checksums where they have some. Throws a RangeError where they are
 * not as they should be. Parquet's format: github.com/apache/parquet-format, "Data Pages" and "Checksumming".
 */
export function readPages(bytes: ArrayBuffer, meta: ColumnMetaData, leaf: ParquetLeaf, sink: PageSink): void {
  const rows = Number(meta.num_values);
  // Some writers count a little less than there is.
  let left = 2 * Number(meta.total_uncompressed_size) + SLACK_BYTES;
  const cursor: Cursor = { view: new DataView(bytes), offset: 0 };
  let entries: number | null = null;
  let read = 0;
  while (read < rows) {
    const header = parquetHeader(cursor);
    const size = header.compressed_page_size;
    if (!(size >= 0 && size <= bytes.byteLength - cursor.offset)) {
      throw new RangeError('a page ends behind the end of its column');
    }
    left -= header.uncompressed_page_size;
    if (!(left >= 0)) {
      throw new RangeError('its pages hold more than the footer says');
    }
    const packed = new Uint8Array(bytes, cursor.offset, size);
    cursor.offset += size;
    checkSum(packed, header);
    if (header.type === 'DICTIONARY_PAGE') {
      const values = readDictionary(packed, header, meta, leaf);
      sink.dictionary(values);
      entries = values.length;
    } else if (header.type !== 'INDEX_PAGE') {
      const page = unpack(packed, header, meta, leaf);
      if (!(page.cells > 0 && page.cells <= rows - read)) {
        throw new RangeError('a page holds more rows than its column');
      }
      pushPage(sink, page, leaf, entries);
      read += page.cells;
      const { buffer } = page.values.view;
      if (buffer !== bytes) {
        freeBuffer(buffer);
      }
    }
  }
}

/** Of the bytes as they lie in the file. */
function checkSum(packed: Uint8Array, { crc }: PageHeader): void {
  if (crc !== undefined && crc32(packed) !== crc >>> 0) {
    throw new RangeError('the checksum of a page is wrong: its bytes have changed since they were written');
  }
}

function readDictionary(
  packed: Uint8Array,
  header: PageHeader,
  { codec }: ColumnMetaData,
  leaf: ParquetLeaf
): RawValues {
  const page = inflate(packed, header.uncompressed_page_size, codec);
  const count = header.dictionary_page_header?.num_values ?? 0;
  return valuesAt({ view: viewOf(page), offset: 0 }, 'PLAIN', leaf.element, count);
}

/** Of no bytes some codecs still write one. */
function inflate(packed: Uint8Array, size: number, codec: ColumnMetaData['codec']): Uint8Array {
  return size === 0 ? new Uint8Array() : decompressPage(packed, size, codec, compressors);
}

interface Page {
  readonly cells: number;
  readonly present: Uint8Array | null;
  readonly encoding: NonNullable<PageHeader['data_page_header']>['encoding'];
  readonly values: Cursor;
}

function unpack(packed: Uint8Array, header: PageHeader, { codec }: ColumnMetaData, { depth }: ParquetLeaf): Page {
  const { data_page_header: first, data_page_header_v2: second } = header;
  if (first !== undefined) {
    const page = inflate(packed, header.uncompressed_page_size, codec);
    const values: Cursor = { view: viewOf(page), offset: 0 };
    const { num_values: cells, encoding } = first;
    if (depth === 0) {
      return { cells, present: null, encoding, values };
    }
    const length = values.view.getUint32(0, true);
    const present = presentCells({ view: values.view, offset: 4 }, cells, length, depth);
    values.offset = 4 + length;
    return { cells, present, encoding, values };
  }
  if (second === undefined) {
    throw new RangeError('a page of an unknown kind');
  }
  const { num_values: cells, encoding, definition_levels_byte_length: levels } = second;
  const before = second.repetition_levels_byte_length;
  const present =
    levels === 0 || depth === 0 ? null : presentCells({ view: viewOf(packed), offset: before }, cells, levels, depth);
  const rest = packed.subarray(before + levels);
  const size = header.uncompressed_page_size - before - levels;
  const isPlain = second.is_compressed === false;
  const page = isPlain ? rest : inflate(rest, size, codec);
  return { cells, present, encoding, values: { view: viewOf(page), offset: 0 } };
}

function pushPage(
  sink: PageSink,
  { cells, present, encoding, values }: Page,
  leaf: ParquetLeaf,
  entries: number | null
): void {
  const count = present === null ? cells : present.reduce((sum, one) => sum + one, 0);
  if (encoding === 'RLE_DICTIONARY' || encoding === 'PLAIN_DICTIONARY') {
    if (entries === null && count > 0) {
      throw new RangeError('a page needs a dictionary, and there is none');
    }
    sink.codes(codesAt(values, count, entries ?? 0), present);
  } else {
    sink.values(valuesAt(values, encoding, leaf.element, count), present);
  }
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
