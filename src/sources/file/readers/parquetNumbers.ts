import type { AsyncBuffer, ColumnMetaData, FileMetaData, PageHeader } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { parquetHeader } from 'hyparquet/src/column.js';
import { decompressPage } from 'hyparquet/src/datapage.js';
import { readRleBitPackedHybrid } from 'hyparquet/src/encoding.js';
import type { NumberColumn } from '../columns/Column';
import { NumberBuilder } from '../columns/NumberBuilder';
import { freeBuffer } from './freeBuffer';

type Numbers = Float64Array | Float32Array | Int32Array;

/** What is known of a column of numbers before its pages are read. */
interface NumberChunk {
  readonly meta: ColumnMetaData;
  readonly optional: boolean;
}

/** A part of the page, and where in it the next byte is. */
interface Cursor {
  readonly view: DataView;
  offset: number;
}

/**
 * Reads a chunk of plain or dictionary-encoded numbers without an array of cells in between: several times as fast as by
 * the general way, and with a tenth of its memory. Null where the chunk is anything else, or not as it should be: then
 * the general way reads it, and says what is wrong. Parquet's format: github.com/apache/parquet-format, "Data Pages".
 */
export async function readNumberChunk(
  file: AsyncBuffer,
  metadata: FileMetaData,
  name: string,
  group: number
): Promise<NumberColumn | null> {
  const chunk = numberChunk(metadata, name, group);
  if (chunk === null) {
    return null;
  }
  const { data_page_offset: data, dictionary_page_offset: dictionary, total_compressed_size: size } = chunk.meta;
  const start = Number(dictionary ? dictionary : data);
  try {
    const bytes = await file.slice(start, start + Number(size));
    const column = readPages(bytes, chunk);
    freeBuffer(bytes);
    return column;
  } catch {
    return null;
  }
}

function numberChunk({ schema, row_groups }: FileMetaData, name: string, group: number): NumberChunk | null {
  const elements = schema.filter((element) => element.name === name);
  const meta = row_groups[group].columns.find(({ meta_data }) => meta_data?.path_in_schema[0] === name)?.meta_data;
  if (elements.length !== 1 || meta?.path_in_schema.length !== 1) {
    return null;
  }
  const [{ type, repetition_type, converted_type, logical_type }] = elements;
  const isWhole = meta.num_values > 0 && meta.num_values === row_groups[group].num_rows;
  const isNumber = type === 'DOUBLE' || type === 'FLOAT' || type === 'INT32' || type === 'INT64';
  const isPlain = converted_type === undefined && logical_type === undefined;
  return isWhole && isNumber && isPlain && repetition_type !== 'REPEATED'
    ? { meta, optional: repetition_type === 'OPTIONAL' }
    : null;
}

function readPages(bytes: ArrayBuffer, { meta, optional }: NumberChunk): NumberColumn | null {
  const rows = Number(meta.num_values);
  const builder = new NumberBuilder(true, false, Math.min(rows, bytes.byteLength));
  const cursor: Cursor = { view: new DataView(bytes), offset: 0 };
  let dictionary: Numbers | null = null;
  let read = 0;
  while (read < rows) {
    const header = parquetHeader(cursor);
    const size = header.compressed_page_size;
    if (!(size >= 0 && size <= bytes.byteLength - cursor.offset)) {
      return null;
    }
    const packed = new Uint8Array(bytes, cursor.offset, size);
    cursor.offset += size;
    if (header.type === 'DICTIONARY_PAGE') {
      dictionary = readDictionary(packed, header, meta);
    } else {
      const page = unpack(packed, header, meta, optional);
      if (page === null || !pushPage(builder, page, meta, dictionary)) {
        return null;
      }
      read += page.cells;
      freeUnless(page.values.view.buffer, bytes);
    }
  }
  return read === rows ? builder.finish() : null;
}

function readDictionary(packed: Uint8Array, header: PageHeader, { codec, type }: ColumnMetaData): Numbers {
  const page = decompressPage(packed, header.uncompressed_page_size, codec, compressors);
  const count = header.dictionary_page_header?.num_values ?? 0;
  return numbersAt({ view: viewOf(page), offset: 0 }, count, type);
}

interface Page {
  readonly cells: number;
  /** One where a cell has a number; null where all have. */
  readonly present: Uint8Array | null;
  readonly encoding: string;
  readonly values: Cursor;
}

function unpack(packed: Uint8Array, header: PageHeader, { codec }: ColumnMetaData, optional: boolean): Page | null {
  const { data_page_header: first, data_page_header_v2: second } = header;
  if (first !== undefined) {
    const page = decompressPage(packed, header.uncompressed_page_size, codec, compressors);
    const values: Cursor = { view: viewOf(page), offset: 0 };
    const { num_values: cells, encoding } = first;
    if (!optional) {
      return { cells, present: null, encoding, values };
    }
    const length = values.view.getUint32(0, true);
    const present = presentCells({ view: values.view, offset: 4 }, cells, length);
    values.offset = 4 + length;
    return { cells, present, encoding, values };
  }
  if (second === undefined || second.repetition_levels_byte_length !== 0) {
    return null;
  }
  const { num_values: cells, encoding, definition_levels_byte_length: levels } = second;
  const present = levels === 0 ? null : presentCells({ view: viewOf(packed), offset: 0 }, cells, levels);
  const rest = packed.subarray(levels);
  const size = header.uncompressed_page_size - levels;
  const page = second.is_compressed === false ? rest : decompressPage(rest, size, codec, compressors);
  return { cells, present, encoding, values: { view: viewOf(page), offset: 0 } };
}

/** The definition levels of a column that may lack values: one bit each. */
function presentCells(levels: Cursor, cells: number, length: number): Uint8Array | null {
  const present = new Uint8Array(cells);
  readRleBitPackedHybrid(levels, 1, present, length);
  return present.includes(0) ? present : null;
}

function pushPage(
  builder: NumberBuilder,
  { cells, present, encoding, values }: Page,
  { type }: ColumnMetaData,
  dictionary: Numbers | null
): boolean {
  const count = present === null ? cells : present.reduce((sum, one) => sum + one, 0);
  let numbers: Numbers;
  if (encoding === 'PLAIN') {
    numbers = numbersAt(values, count, type);
  } else if (dictionary !== null && (encoding === 'RLE_DICTIONARY' || encoding === 'PLAIN_DICTIONARY')) {
    numbers = lookUp(dictionary, values, count);
  } else {
    return false;
  }
  if (present === null) {
    builder.pushNumbers(numbers);
  } else {
    pushPresent(builder, present, numbers);
  }
  freeUnless(numbers.buffer, values.view.buffer);
  return true;
}

function pushPresent(builder: NumberBuilder, present: Uint8Array, numbers: Numbers): void {
  let next = 0;
  for (let cell = 0; cell < present.length; cell++) {
    if (present[cell] === 1) {
      builder.pushNumber(numbers[next++]);
    } else {
      builder.pushMissing();
    }
  }
}

function lookUp(dictionary: Numbers, codes: Cursor, count: number): Float64Array {
  const found = new Float64Array(count);
  const width = codes.view.getUint8(codes.offset++);
  if (width > 0) {
    readRleBitPackedHybrid(codes, width, found, codes.view.byteLength - codes.offset);
  }
  for (let i = 0; i < count; i++) {
    if (found[i] >= dictionary.length) {
      throw new RangeError('a code is not in the dictionary');
    }
    found[i] = dictionary[found[i]];
  }
  return found;
}

/** Numbers where they lie, or copied where they do not lie at a multiple of their size. */
function numbersAt({ view, offset }: Cursor, count: number, type: ColumnMetaData['type']): Numbers {
  const size = type === 'DOUBLE' || type === 'INT64' ? 8 : 4;
  const start = view.byteOffset + offset;
  const end = start + count * size;
  if (end > view.byteOffset + view.byteLength) {
    throw new RangeError('the page ends too early');
  }
  const [buffer, at] = start % size === 0 ? [view.buffer, start] : [view.buffer.slice(start, end), 0];
  switch (type) {
    case 'DOUBLE':
      return new Float64Array(buffer, at, count);
    case 'FLOAT':
      return new Float32Array(buffer, at, count);
    case 'INT64':
      return longNumbers(new Int32Array(buffer, at, 2 * count));
    default:
      return new Int32Array(buffer, at, count);
  }
}

/** Whole numbers of 64 bits, each as its lower and its upper half. Throws for one that a double does not hold. */
function longNumbers(halves: Int32Array): Float64Array {
  const numbers = new Float64Array(halves.length / 2);
  for (let i = 0; i < numbers.length; i++) {
    numbers[i] = halves[2 * i + 1] * 2 ** 32 + (halves[2 * i] >>> 0);
    if (!Number.isSafeInteger(numbers[i])) {
      throw new RangeError('too large for a double');
    }
  }
  return numbers;
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

function freeUnless(buffer: ArrayBufferLike, kept: ArrayBufferLike): void {
  if (buffer !== kept) {
    freeBuffer(buffer);
  }
}
