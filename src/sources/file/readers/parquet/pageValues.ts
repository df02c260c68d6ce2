import type { Encoding, ParquetType, SchemaElement } from 'hyparquet';
import { deltaBinaryUnpack, deltaByteArray, deltaLengthByteArray } from 'hyparquet/src/delta.js';
import { byteStreamSplit, readRleBitPackedHybrid } from 'hyparquet/src/encoding.js';
import { readPlain } from 'hyparquet/src/plain.js';

/** Values as they lie in a page, of the physical type: truth as 0 and 1, INT96 as its twelve bytes. */
export type RawValues = Int32Array | BigInt64Array | Float32Array | Float64Array | Uint8Array | readonly Uint8Array[];

/** A part of the page, and where in it the next byte is. */
export interface Cursor {
  readonly view: DataView;
  offset: number;
}

const SIZES: Partial<Record<ParquetType, number>> = { INT32: 4, INT64: 8, FLOAT: 4, DOUBLE: 8 };
const BYTES_OF_INT96 = 12;

/** `count` values behind the cursor. Throws a RangeError where the page ends early, an Error for an unknown encoding. */
export function valuesAt(
  page: Cursor,
  encoding: Encoding,
  { type, type_length }: SchemaElement,
  count: number
): RawValues {
  if (count === 0) {
    return [];
  }
  switch (encoding) {
    case 'PLAIN':
      return plainValues(page, type, type_length, count);
    case 'RLE':
      return truths(page, count);
    case 'DELTA_BINARY_PACKED': {
      const numbers = type === 'INT32' ? new Int32Array(count) : new BigInt64Array(count);
      deltaBinaryUnpack(page, count, numbers);
      return numbers;
    }
    case 'DELTA_LENGTH_BYTE_ARRAY': {
      const texts = new Array<Uint8Array>(count);
      deltaLengthByteArray(page, count, texts);
      return texts;
    }
    case 'DELTA_BYTE_ARRAY': {
      const texts = new Array<Uint8Array>(count);
      deltaByteArray(page, count, texts);
      return texts;
    }
    case 'BYTE_STREAM_SPLIT':
      return byteStreamSplit(page, count, type ?? 'DOUBLE', type_length) as RawValues;
    default:
      throw new Error(`the encoding ${encoding} is not supported`);
  }
}

/** Indices into the dictionary. Throws a RangeError for one that is not in it. */
export function codesAt(page: Cursor, count: number, entries: number): Int32Array {
  const codes = new Int32Array(count);
  if (count === 0) {
    return codes;
  }
  const width = page.view.getUint8(page.offset++);
  if (width > 0) {
    readRleBitPackedHybrid(page, width, codes, page.view.byteLength - page.offset);
  }
  for (let i = 0; i < count; i++) {
    if (!(codes[i] >= 0 && codes[i] < entries)) {
      throw new RangeError('a code is not in the dictionary');
    }
  }
  return codes;
}

/** One where a cell has a value, by its definition levels; null where all have. */
export function presentCells(levels: Cursor, cells: number, length: number, depth: number): Uint8Array | null {
  if (areAllPresent(levels, cells, depth)) {
    return null;
  }
  const present = new Uint8Array(cells);
  readRleBitPackedHybrid(levels, 32 - Math.clz32(depth), present, length);
  let missing = 0;
  for (let cell = 0; cell < cells; cell++) {
    present[cell] = Number(present[cell] === depth);
    missing += 1 - present[cell];
  }
  return missing > 0 ? present : null;
}

/** Whether a single run says of all cells that they have a value, as it mostly is. */
function areAllPresent({ view, offset }: Cursor, cells: number, depth: number): boolean {
  let header = 0;
  let at = offset;
  let byte: number;
  do {
    byte = view.getUint8(at);
    header += (byte & 0x7f) * 2 ** (7 * (at - offset));
    at++;
  } while (byte > 0x7f && at < view.byteLength);
  return header % 2 === 0 && header / 2 >= cells && at < view.byteLength && view.getUint8(at) === depth;
}

function plainValues(
  page: Cursor,
  type: ParquetType | undefined,
  length: number | undefined,
  count: number
): RawValues {
  switch (type) {
    case 'INT32':
    case 'INT64':
    case 'FLOAT':
    case 'DOUBLE':
      return numbersAt(page, count, type);
    case 'BOOLEAN':
      return bitsAt(page, count);
    case 'INT96':
      return readPlain(page, 'FIXED_LEN_BYTE_ARRAY', count, BYTES_OF_INT96) as Uint8Array[];
    default:
      return readPlain(page, type ?? 'BYTE_ARRAY', count, length) as Uint8Array[];
  }
}

/** Numbers where they lie, or copied where they do not lie at a multiple of their size. */
function numbersAt({ view, offset }: Cursor, count: number, type: 'INT32' | 'INT64' | 'FLOAT' | 'DOUBLE'): RawValues {
  const size = SIZES[type] ?? 8;
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
      return new BigInt64Array(buffer, at, count);
    default:
      return new Int32Array(buffer, at, count);
  }
}

function bitsAt({ view, offset }: Cursor, count: number): Uint8Array {
  const bits = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    bits[i] = (view.getUint8(offset + (i >> 3)) >> (i & 7)) & 1;
  }
  return bits;
}

/** Of truth alone: its length comes first. */
function truths(page: Cursor, count: number): Uint8Array {
  const bits = new Uint8Array(count);
  readRleBitPackedHybrid(page, 1, bits);
  return bits;
}
