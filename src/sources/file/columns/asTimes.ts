import { parseNumber } from '../../../distribution/parseNumber';
import { millisecondsOfNanos } from '../readers/parquet/timesFrom';
import { type Column, type MistypedCell, type NumberColumn, PRESENT, type TextColumn } from './Column';
import { type EpochTimes, epochTimes, NoTimes, plausibleTimes } from './epochTimes';
import { parseTimestamp } from '../../../query/parseTimestamp';

export interface Times {
  /** Milliseconds since the epoch; NaN where the row has no time. */
  readonly values: Float64Array;
  /** The first cell that is not a time, where there is one. */
  readonly mistyped: MistypedCell | null;
  /** Cells that are times by their kind, and can't be right: left out. */
  readonly strange: (MistypedCell & { readonly count: number }) | null;
}

/**
 * A column as times: ISO 8601 text, or numbers that count seconds, milli-, micro- or nanoseconds since the epoch. Throws a
 * NoTimes, its index a row, where the numbers only look like times.
 */
export function asTimes(column: Column): Times {
  return column.kind === 'numbers' ? timesOfNumbers(column) : timesOfText(column);
}

function timesOfNumbers({ values, states, mistyped, time, exact }: NumberColumn): Times {
  const shown = states === null ? values : values.map((value, row) => (states[row] === PRESENT ? value : NaN));
  const found = time ? plausibleTimes(shown) : epochTimes(shown);
  const text = (row: number) => (time ? new Date(values[row]).toISOString() : String(exact?.[row] ?? values[row]));
  // Nanoseconds are so many that numbers round them.
  const precise =
    exact === undefined || time
      ? found.values
      : found.values.map((value, row) =>
          Math.abs(values[row]) >= 1e17 && !Number.isNaN(value) ? millisecondsOfNanos(exact[row]) : value
        );
  return { values: precise, mistyped, strange: strangeIn(found, (row) => ({ row, text: text(row) })) };
}

function timesOfText({ codes, dictionary, declared }: TextColumn): Times {
  const sizes = new Int32Array(dictionary.length);
  codes.forEach((code) => code >= 0 && sizes[code]++);
  const iso = Float64Array.from(
    dictionary,
    (text) => parseTimestamp(declared === 'text' ? dayWithDashes(text) : text) ?? NaN
  );
  const numbers = Float64Array.from(dictionary, (text, code) => {
    const number = Number.isNaN(iso[code]) ? parseNumber(text) : NaN;
    return typeof number === 'number' ? number : NaN;
  });
  const cellOf = (code: number): MistypedCell => ({ row: codes.indexOf(code), text: dictionary[code] });
  try {
    const [written, counted] = [plausibleTimes(iso, sizes), epochTimes(numbers, sizes)];
    requireOneKind(iso, numbers, sizes);
    const found = counted.strange === null ? written : counted;
    const entries = iso.map((time, code) => (Number.isNaN(time) ? counted.values[code] : written.values[code]));
    const values = new Float64Array(codes.length);
    for (let row = 0; row < codes.length; row++) {
      values[row] = codes[row] < 0 ? NaN : entries[codes[row]];
    }
    const known = iso.map((time, code) => (Number.isNaN(time) ? numbers[code] : time));
    return { values, mistyped: firstMistyped(codes, dictionary, known), strange: strangeIn(found, cellOf) };
  } catch (error) {
    throw error instanceof NoTimes ? new NoTimes(codes.indexOf(error.index), error.message) : error;
  }
}

/** ISO 8601's basic form of a day, which as text that is known to be text is no number. */
function dayWithDashes(text: string): string {
  return text.trim().replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}

function requireOneKind(iso: Float64Array, numbers: Float64Array, sizes: Int32Array): void {
  const isUsed = (values: Float64Array) => values.findIndex((value, code) => !Number.isNaN(value) && sizes[code] > 0);
  const [text, number] = [isUsed(iso), isUsed(numbers)];
  if (text >= 0 && number >= 0) {
    throw new NoTimes(number, 'is a number, and others are written as ISO 8601: write all times in one way');
  }
}

function strangeIn({ strange }: EpochTimes, cellOf: (index: number) => MistypedCell): Times['strange'] {
  return strange === null ? null : { ...cellOf(strange.first), count: strange.count };
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
