import type { SchemaElement } from 'hyparquet';
import { decimalNumber, integerOf, longDecimal } from './decimalNumber';
import { mapToNumbers } from './mapToNumbers';
import type { RawValues } from './pageValues';
import { shortestFloat, shortestHalf } from './shortestFloat';
import { timesFrom } from './timesFrom';

/** What the values of a column mean by its type. */
export type LeafType =
  | { readonly kind: 'truth' }
  /** Throws a LongInteger where a number does not hold a value exactly: then `exact` does. */
  | { readonly kind: 'numbers'; numbers(raw: RawValues): ArrayLike<number>; exact?(raw: RawValues): readonly bigint[] }
  /** Milliseconds since the epoch. */
  | { readonly kind: 'times'; numbers(raw: RawValues): ArrayLike<number> }
  | { readonly kind: 'text'; text(bytes: Uint8Array): string };

/** An integer beyond 2⁵³: as a number it would be rounded. */
export class LongInteger extends Error {
  override name = 'LongInteger';
}

const SECONDS_A_UNIT = { MILLIS: 1e3, MICROS: 1e6, NANOS: 1e9 } as const;

/** Parquet's logical types: github.com/apache/parquet-format, LogicalTypes.md; of a TIME seconds since midnight. */
export function leafType(element: SchemaElement): LeafType {
  const times = timesFrom(element);
  if (times !== null) {
    return { kind: 'times', numbers: times };
  }
  const { converted_type: converted, logical_type: logical, scale } = element;
  switch (logical?.type) {
    case 'TIME':
      return numbersDividedBy(SECONDS_A_UNIT[logical.unit]);
    case 'DECIMAL':
      return decimals(logical.scale ?? 0);
    case 'FLOAT16':
      return { kind: 'numbers', numbers: (raw) => mapToNumbers(raw as readonly Uint8Array[], halfOf) };
    case 'UUID':
      return { kind: 'text', text: uuidOf };
  }
  switch (converted) {
    case 'TIME_MILLIS':
      return numbersDividedBy(SECONDS_A_UNIT.MILLIS);
    case 'TIME_MICROS':
      return numbersDividedBy(SECONDS_A_UNIT.MICROS);
    case 'DECIMAL':
      return decimals(scale ?? 0);
    default:
      return plainType(element);
  }
}

/** Of values that mean what they are stored as. */
function plainType(element: SchemaElement): LeafType {
  switch (element.type) {
    case 'BOOLEAN':
      return { kind: 'truth' };
    case 'DOUBLE':
      return { kind: 'numbers', numbers: (raw) => raw as Float64Array };
    case 'FLOAT':
      return { kind: 'numbers', numbers: (raw) => mapToNumbers(raw as Float32Array, shortestFloat) };
    case 'INT32':
      return { kind: 'numbers', numbers: isUnsigned(element) ? (raw) => unsigned(raw as Int32Array) : shortIntegers };
    case 'INT64':
      return longIntegers(isUnsigned(element));
    default:
      return { kind: 'text', text: isText(element) ? textOf : textOrHex };
  }
}

function halfOf([low, high]: Uint8Array): number {
  return shortestHalf(low | (high << 8));
}

function isUnsigned({ converted_type: converted, logical_type: logical }: SchemaElement): boolean {
  return logical?.type === 'INTEGER' ? !logical.isSigned : converted?.startsWith('UINT_') === true;
}

function isText({ converted_type: converted, logical_type: logical }: SchemaElement): boolean {
  const type = logical?.type ?? converted;
  return type === 'STRING' || type === 'UTF8' || type === 'ENUM' || type === 'JSON';
}

function shortIntegers(raw: RawValues): ArrayLike<number> {
  return raw as Int32Array;
}

function unsigned(raw: Int32Array): Uint32Array {
  return new Uint32Array(raw.buffer, raw.byteOffset, raw.length);
}

function longIntegers(isWithoutSign: boolean): LeafType {
  return {
    kind: 'numbers',
    numbers: (raw) => numbersOfLongs(raw as BigInt64Array, isWithoutSign),
    exact: (raw) => Array.from(raw as BigInt64Array, (long) => (isWithoutSign ? BigInt.asUintN(64, long) : long)),
  };
}

/** By the lower and the upper half of each, since big integers are slow. */
function numbersOfLongs({ buffer, byteOffset, length }: BigInt64Array, isWithoutSign = false): Float64Array {
  const halves = new Int32Array(buffer, byteOffset, 2 * length);
  const numbers = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    const high = halves[2 * i + 1];
    numbers[i] = (isWithoutSign ? high >>> 0 : high) * 2 ** 32 + (halves[2 * i] >>> 0);
    if (!Number.isSafeInteger(numbers[i])) {
      throw new LongInteger();
    }
  }
  return numbers;
}

function numbersDividedBy(unit: number): LeafType {
  return {
    kind: 'numbers',
    numbers: (raw) =>
      mapToNumbers(raw instanceof BigInt64Array ? numbersOfLongs(raw) : (raw as Int32Array), (value) => value / unit),
  };
}

function decimals(scale: number): LeafType {
  const unscaled = (raw: RawValues): ReadonlyArray<number | bigint> => {
    if (raw instanceof BigInt64Array) {
      return Array.from(raw, (long) => (Number.isSafeInteger(Number(long)) ? Number(long) : long));
    }
    return raw instanceof Int32Array ? Array.from(raw) : (raw as readonly Uint8Array[]).map(integerOf);
  };
  return {
    kind: 'numbers',
    numbers: (raw) =>
      mapToNumbers(unscaled(raw), (value) => {
        if (typeof value === 'number') {
          return decimalNumber(value, scale);
        }
        if (scale <= 0) {
          throw new LongInteger();
        }
        return longDecimal(value, scale);
      }),
    ...(scale <= 0 && { exact: (raw) => unscaled(raw).map((value) => BigInt(value) * 10n ** BigInt(-scale)) }),
  };
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function textOf(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    throw new RangeError('text that is not UTF-8');
  }
}

/** Bytes of which the file doesn't say that they are text: padding at the end is none, and what is no UTF-8 is shown as hex. */
function textOrHex(bytes: Uint8Array): string {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) {
    end--;
  }
  const used = bytes.subarray(0, end);
  if (!used.some(isControl)) {
    try {
      return UTF8.decode(used);
    } catch {
      // Falls through to hex.
    }
  }
  return hexOf(bytes);
}

/** No text has them, but for a tab and the ends of lines. */
function isControl(byte: number): boolean {
  return byte < 9 || (byte > 13 && byte < 32) || byte === 127;
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function uuidOf(bytes: Uint8Array): string {
  return hexOf(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
