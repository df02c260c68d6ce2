import { asNumbers } from '../columns/asNumbers';
import type { SelectedColumn } from '../selectRows';
import { type Column, MISTYPED, PRESENT } from '../columns/Column';
import { asText } from '../columns/asText';

export interface NumberCells {
  /** NaN where there is no number, or none that counts. */
  readonly values: Float64Array;
  /** Rows that count and are missing, hold text, or a number that is out of bounds. */
  readonly missing: number;
  readonly mistyped: Odd<string>;
  readonly outside: Odd<number>;
  /** 1 for cells that hold text, or no finite number where there are no bounds; null where there is none. */
  readonly unreadable: Uint8Array | null;
}

export interface Odd<Example> {
  readonly rows: number;
  readonly example?: Example;
}

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * A column's cells as numbers, with what is odd about those of rows that count. Both ends of the bounds belong to them. The
 * values of a fresh column are changed in place.
 */
export function numberCells(
  { column, fresh }: SelectedColumn,
  used: (row: number) => boolean,
  bounds?: Bounds
): NumberCells {
  const { values: read, states, mistyped: first } = asNumbers(column);
  const values = fresh ? read : read.slice();
  const rows = { missing: 0, mistyped: 0, outside: 0 };
  let text: string | undefined;
  let outside: number | undefined;
  let unreadable: Uint8Array | null = null;
  for (let row = 0; row < read.length; row++) {
    const value = read[row];
    const state = states === null ? PRESENT : states[row];
    const kind = kindOf(value, state, bounds);
    if (kind === 'present') {
      continue;
    }
    values[row] = NaN;
    if (kind === 'mistyped') {
      (unreadable ??= new Uint8Array(read.length))[row] = 1;
    }
    if (used(row)) {
      rows[kind]++;
      text ??= kind === 'mistyped' ? (state === MISTYPED ? textAt(column, row, first?.text) : String(value)) : text;
      outside ??= kind === 'outside' ? value : outside;
    }
  }
  return {
    ...{ values, unreadable, missing: rows.missing },
    mistyped: { rows: rows.mistyped, example: text },
    outside: { rows: rows.outside, example: outside },
  };
}

function kindOf(
  value: number,
  state: number,
  bounds: Bounds | undefined
): 'present' | 'missing' | 'mistyped' | 'outside' {
  if (state === MISTYPED) {
    return 'mistyped';
  }
  if (state !== PRESENT || value !== value) {
    return 'missing';
  }
  if (bounds === undefined) {
    return Math.abs(value) === Infinity ? 'mistyped' : 'present';
  }
  return value < bounds.low || value > bounds.high ? 'outside' : 'present';
}

/** What a cell holds that is no number; of numbers whose text was let go the first such text is known. */
function textAt(column: Column, row: number, first = 'text'): string {
  const text = column.kind === 'text' ? asText(column) : null;
  return text === null ? first : text.dictionary[text.codes[row]];
}
