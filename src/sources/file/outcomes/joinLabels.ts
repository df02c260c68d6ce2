import { plainText } from '../../../distribution/cell/plainText';
import { type Column, MISSING, MISTYPED, PRESENT } from '../columns/Column';
import { type KeyIndex, NO_ROW, wordsOf } from '../keys/KeyIndex';
import type { LabelTable } from './LabelTable';

export interface JoinedLabels {
  /** One cell for each row of the predictions. */
  readonly column: Column;
  readonly times: Float64Array | null;
  /** Keys with more than one value of the label. */
  readonly revised: number;
  /** Labels that are known at `asOf`, and of these the rows whose key no prediction has. */
  readonly known: number;
  readonly unmatched: Int32Array;
}

/**
 * The label of each prediction by its key. Of several the latest counts that was known at `asOf`, and of those at one time the
 * last row; one without a time is before all others. All predictions of a key have its label.
 */
export function joinLabels(labels: LabelTable, index: KeyIndex, rows: number, asOf: number | null): JoinedLabels {
  const { keys, label, times } = labels;
  const valueOf = labelValues(label);
  const words = wordsOf(keys);
  const chosen = new Int32Array(rows).fill(NO_ROW);
  const isRevised = new Uint8Array(rows);
  const unmatched: number[] = [];
  let labelled = 0;
  for (let row = 0; row < keys.values.length; row++) {
    const value = valueOf(row);
    if (value === null || (times !== null && asOf !== null && times[row] > asOf)) {
      continue;
    }
    labelled++;
    const first = index.firstOf(row, keys, words);
    if (first === NO_ROW) {
      unmatched.push(row);
      continue;
    }
    const known = chosen[first];
    if (known !== NO_ROW && valueOf(known) !== value) {
      isRevised[first] = 1;
    }
    if (known === NO_ROW || !isBefore(times, row, known)) {
      chosen[first] = row;
    }
  }
  const labelRows = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const first = index.firstOf(row);
    labelRows[row] = first === NO_ROW ? NO_ROW : chosen[first];
  }
  return {
    column: takeRows(label, labelRows),
    times: times === null ? null : takeNumbers(times, labelRows),
    revised: isRevised.reduce((sum, one) => sum + one, 0),
    known: labelled,
    unmatched: Int32Array.from(unmatched),
  };
}

function isBefore(times: Float64Array | null, row: number, other: number): boolean {
  return times !== null && (times[row] < times[other] || (Number.isNaN(times[row]) && !Number.isNaN(times[other])));
}

/** What tells whether two labels are the same; null where there is none. */
function labelValues(column: Column): (row: number) => number | null {
  if (column.kind === 'text') {
    const { codes, dictionary } = column;
    const plain = new Map<string, number>();
    const valueOf = dictionary.map((text) => {
      const name = plainText(text);
      plain.set(name, plain.get(name) ?? plain.size);
      return plain.get(name) ?? 0;
    });
    const isNaN = dictionary.map((text) => /^\s*[+-]?nan\s*$/i.test(text));
    return (row) => (codes[row] < 0 || isNaN[codes[row]] ? null : valueOf[codes[row]]);
  }
  const { values, states } = column;
  return (row) => {
    const state = states === null ? PRESENT : states[row];
    // Texts among numbers are labels too, which are told to be none.
    return state === MISTYPED ? Infinity : state !== PRESENT || Number.isNaN(values[row]) ? null : values[row];
  };
}

/** Cells of a column by their rows, missing where there is none. */
function takeRows(column: Column, rows: Int32Array): Column {
  if (column.kind === 'text') {
    return { ...column, codes: rows.map((row) => (row === NO_ROW ? -1 : column.codes[row])) };
  }
  const { values, states } = column;
  const taken = new Uint8Array(rows.length);
  for (let i = 0; i < taken.length; i++) {
    taken[i] = rows[i] === NO_ROW ? MISSING : (states?.[rows[i]] ?? PRESENT);
  }
  return { ...column, exact: undefined, values: takeNumbers(values, rows), states: taken };
}

/** NaN where there is no row. */
function takeNumbers(values: Float64Array, rows: Int32Array): Float64Array {
  const taken = new Float64Array(rows.length);
  for (let i = 0; i < taken.length; i++) {
    taken[i] = rows[i] === NO_ROW ? NaN : values[rows[i]];
  }
  return taken;
}
