import { parseNumber } from '../../../distribution/parseNumber';
import { type Column, MISSING, MISTYPED, type MistypedCell, type NumberColumn, PRESENT } from './Column';

/** The column's cells as numbers; text is read as such, each entry of the dictionary once. */
export function asNumbers(column: Column): NumberColumn {
  if (column.kind === 'numbers') {
    return column;
  }
  const { codes, dictionary } = column;
  const parsed = dictionary.map(parseNumber);
  const entryValues = Float64Array.from(parsed, (value) => (typeof value === 'number' ? value : NaN));
  const entryStates = Uint8Array.from(parsed, stateOf);
  const values = new Float64Array(codes.length);
  const states = new Uint8Array(codes.length);
  decode(codes, entryValues, entryStates, values, states);
  const row = states.indexOf(MISTYPED);
  const mistyped: MistypedCell | null = row < 0 ? null : { row, text: dictionary[codes[row]] };
  const { declared, marked } = column;
  return { kind: 'numbers', values, states, mistyped, typed: false, time: false, declared, marked };
}

function stateOf(value: number | 'missing' | 'mistyped'): number {
  return value === 'missing' ? MISSING : value === 'mistyped' ? MISTYPED : PRESENT;
}

function decode(
  codes: Int32Array,
  entryValues: Float64Array,
  entryStates: Uint8Array,
  values: Float64Array,
  states: Uint8Array
): void {
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row];
    values[row] = code < 0 ? NaN : entryValues[code];
    states[row] = code < 0 ? MISSING : entryStates[code];
  }
}
