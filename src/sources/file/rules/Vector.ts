import { isCode } from '../../../distribution/cell/isCode';
import { plainText } from '../../../distribution/cell/plainText';
import { parseNumber } from '../../../distribution/parseNumber';
import type { ValueKind } from '../../../distribution/rule/TypedRule';
import { isTruth, truthOf } from '../../../distribution/truthOf';
import { parseTimestamp } from '../../../query/parseTimestamp';
import { asNumbers } from '../columns/asNumbers';
import { asText } from '../columns/asText';
import { asTimes } from '../columns/asTimes';
import { type Column, MISSING, PRESENT, rowCount, type TextColumn } from '../columns/Column';
import { FALSE, TRUE, UNKNOWN } from './truths';

/** The values of an operand, one for each row; what is missing or can't be read is unknown. */
export type Vector =
  | NumberVector
  /** Milliseconds; NaN where unknown. */
  | { readonly as: 'time'; readonly values: Float64Array }
  | { readonly as: 'truth'; readonly values: Uint8Array }
  /** Plain texts; -1 where unknown. */
  | { readonly as: 'text'; readonly codes: Int32Array; readonly dictionary: readonly string[] };

export interface NumberVector {
  readonly as: 'number';
  /** NaN where unknown. */
  readonly values: Float64Array;
  /** How far each may be from the true value, where it was computed; values that lie as near are equal. */
  readonly slack?: Float64Array;
  /** The integers themselves, where some are so long that a number rounds them. */
  readonly exact?: BigInt64Array;
}

/** A column's cells as one kind of values. */
export function vectorOf(column: Column, as: ValueKind): Vector {
  switch (as) {
    case 'number':
      return numbersIn(column);
    case 'time':
      return { as, values: timesIn(column) };
    case 'truth':
      return { as, values: truthsIn(column) };
    case 'text':
      return textsIn(column);
  }
}

/** 1 for each row without a value: missing or NaN. */
export function missingIn(column: Column): Uint8Array {
  const missing = new Uint8Array(rowCount(column));
  if (column.kind === 'numbers') {
    const { values, states } = column;
    for (let row = 0; row < missing.length; row++) {
      const state = states === null ? PRESENT : states[row];
      missing[row] = Number(state === MISSING || (state === PRESENT && Number.isNaN(values[row])));
    }
    return missing;
  }
  const { codes, dictionary } = column;
  const isNaN = dictionary.map((text) => text === 'NaN');
  return missing.map((_, row) => Number(codes[row] < 0 || isNaN[codes[row]]));
}

function numbersIn(column: Column): NumberVector {
  const { values, states, exact = column.kind === 'text' ? longIntegers(column) : undefined } = asNumbers(column);
  const known = states === null ? values : values.map((value, row) => (states[row] === PRESENT ? value : NaN));
  return { as: 'number', values: known, ...(exact !== undefined && { exact }) };
}

/** The integers of a column of digits, where some are so long that a number rounds them, and all of them 64 bits hold. */
function longIntegers({ codes, dictionary }: TextColumn): BigInt64Array | undefined {
  const isInteger = dictionary.map((text) => /^\s*[+-]?\d+\s*$/.test(text));
  if (
    !dictionary.some(isCode) ||
    dictionary.some((text, code) => !isInteger[code] && parseNumber(text) !== 'mistyped')
  ) {
    return undefined;
  }
  const integers = dictionary.map((text, code) => (isInteger[code] ? BigInt(text.trim().replace('+', '')) : 0n));
  return integers.some((one) => BigInt.asIntN(64, one) !== one)
    ? undefined
    : BigInt64Array.from(codes, (code) => (code < 0 ? 0n : integers[code]));
}

/** Also those that no data has in earnest, such as the year 9999: they stand for no end, and compare as such. */
function timesIn(column: Column): Float64Array {
  if (column.kind === 'numbers') {
    const { values, states, time } = column;
    return time
      ? values.map((value, row) => (states === null || states[row] === PRESENT ? value : NaN))
      : asTimes(column).values;
  }
  const { codes, dictionary } = column;
  const times = Float64Array.from(dictionary, (text) => parseTimestamp(text) ?? NaN);
  if (times.every(Number.isNaN)) {
    return asTimes(column).values;
  }
  return Float64Array.from(codes, (code) => (code < 0 ? NaN : times[code]));
}

function truthsIn(column: Column): Uint8Array {
  if (column.kind === 'numbers') {
    const { values, states } = column;
    return Uint8Array.from(values, (value, row) =>
      (states !== null && states[row] !== PRESENT) || (value !== 0 && value !== 1) ? UNKNOWN : value
    );
  }
  const { codes, dictionary } = column;
  const truths = dictionary.map((text) => (!isTruth(text) ? UNKNOWN : truthOf(text) === 'true' ? TRUE : FALSE));
  return Uint8Array.from(codes, (code) => (code < 0 ? UNKNOWN : truths[code]));
}

function textsIn(column: Column): Vector {
  const text = asText(column);
  if (text === null) {
    return { as: 'text', codes: new Int32Array(rowCount(column)).fill(-1), dictionary: [] };
  }
  const { codes, dictionary } = text;
  const isUnknown = dictionary.map((one) => one === 'NaN' && Number.isNaN(parseNumber(one)));
  return {
    as: 'text',
    codes: isUnknown.includes(true) ? codes.map((code) => (code >= 0 && isUnknown[code] ? -1 : code)) : codes,
    dictionary: dictionary.map(plainText),
  };
}
