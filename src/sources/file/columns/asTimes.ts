import { parseNumber } from '../../../distribution/parseNumber';
import type { Column, MistypedCell } from './Column';
import { millisecondsPerUnit, parseTimestamp } from './parseTimestamp';

export interface Times {
  /** Milliseconds since the epoch; NaN where the row has no time. */
  readonly values: Float64Array;
  /** The first cell that is not a time, where there is one. */
  readonly mistyped: MistypedCell | null;
}

/** A column as times: ISO 8601 text, or numbers that count seconds, milli-, micro- or nanoseconds since the epoch. */
export function asTimes(column: Column): Times {
  if (column.kind === 'numbers') {
    return {
      values: column.time ? column.values : toMilliseconds(column.values),
      mistyped: column.mistyped,
    };
  }
  const { codes, dictionary } = column;
  const iso = Float64Array.from(dictionary, (text) => parseTimestamp(text) ?? NaN);
  const entries = iso.some(Number.isNaN) ? withNumbers(iso, dictionary) : iso;
  const values = new Float64Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    values[row] = codes[row] < 0 ? NaN : entries[codes[row]];
  }
  return { values, mistyped: firstMistyped(codes, dictionary, entries) };
}

function withNumbers(iso: Float64Array, dictionary: readonly string[]): Float64Array {
  const numbers = Float64Array.from(dictionary, (text, code) => {
    const number = Number.isNaN(iso[code]) ? parseNumber(text) : NaN;
    return typeof number === 'number' ? number : NaN;
  });
  const milliseconds = toMilliseconds(numbers);
  return iso.map((time, code) => (Number.isNaN(time) ? milliseconds[code] : time));
}

function toMilliseconds(values: Float64Array): Float64Array {
  let largest = 0;
  for (let row = 0; row < values.length; row++) {
    largest = Math.max(largest, Number.isFinite(values[row]) ? Math.abs(values[row]) : 0);
  }
  const factor = millisecondsPerUnit(largest);
  return factor === 1 ? values : values.map((value) => value * factor);
}

function firstMistyped(codes: Int32Array, dictionary: readonly string[], entries: Float64Array): MistypedCell | null {
  for (let row = 0; row < codes.length; row++) {
    if (
      codes[row] >= 0 &&
      Number.isNaN(entries[codes[row]]) &&
      !/^\s*(nan|nat|null)?\s*$/i.test(dictionary[codes[row]])
    ) {
      return { row, text: dictionary[codes[row]] };
    }
  }
  return null;
}
