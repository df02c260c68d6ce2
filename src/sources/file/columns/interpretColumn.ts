import { isCode } from '../../../distribution/cell/isCode';
import { isAmong, isBlank, isUsualMarker, missingIn } from '../../../distribution/cell/missingMarkers';
import { numberReader, type ReadNumber } from '../../../distribution/cell/numberReader';
import { parseNumber } from '../../../distribution/parseNumber';
import type { CellForms } from '../../../query/cellForms';
import {
  type Column,
  type Marked,
  MISSING,
  MISTYPED,
  type NumberColumn,
  OTHERS,
  PRESENT,
  type TextColumn,
} from './Column';

/** As in the inference of types: one cell in twenty may be something else. */
const MOSTLY = 0.95;
/** Stands for every time of a column of times. */
const SOME_TIME = '2000-01-01';

export interface ColumnForms extends CellForms {
  /** Whether the forms are given for this column alone: then it holds numbers, whatever most of its cells are. */
  readonly own?: boolean;
}

/**
 * The column with its cells taken for what they mean: markers of missing values as missing, and numbers in the forms that are
 * set as numbers. What was read as missing is kept as `marked`, to be said. The column itself is not changed.
 */
export function interpretColumn(column: Column, forms: ColumnForms = {}): Column {
  return column.kind === 'text' ? interpretText(column, forms) : interpretNumbers(column, forms);
}

function interpretText(column: TextColumn, forms: ColumnForms): Column {
  const { codes, dictionary } = column;
  if (column.booleans || (!mayHold(dictionary, forms) && forms.numbers === undefined)) {
    return column;
  }
  const counts = new Float64Array(dictionary.length);
  codes.forEach((code) => code >= 0 && counts[code]++);
  const read = forms.numbers === undefined ? null : numberReader(forms.numbers);
  const entries = dictionary.map((text, code): [string, number] => [numericIn(read, text) ? '0' : text, counts[code]]);
  const missing = missingIn(
    entries.map(([text, count], code) => [isListed(dictionary[code], forms) ? dictionary[code] : text, count]),
    forms.missing
  );
  const isMissing = dictionary.map((text) => missing.has(text));
  const marked = markedOf(dictionary.flatMap((text, code) => (isMissing[code] ? [[text, counts[code]] as const] : [])));
  const kept = missing.size === 0 ? column : without(column, isMissing);
  const meant = read === null ? kept : (asFormed(kept, read, forms.own === true) ?? kept);
  return marked.size === 0 ? meant : { ...meant, marked };
}

/** Whether any text could be missing: most columns have none that could. */
function mayHold(dictionary: readonly string[], { missing = [] }: ColumnForms): boolean {
  return missing.length > 0 || dictionary.some(isUsualMarker);
}

function isListed(text: string, { missing = [] }: ColumnForms): boolean {
  return missing.length > 0 && isAmong(text, missing);
}

/** Numbers in their forms count among the numbers of the column. */
function numericIn(read: ReadNumber | null, text: string): boolean {
  return read !== null && !isUsualMarker(text) && typeof read(text) === 'number';
}

function without(column: TextColumn, isMissing: readonly boolean[]): TextColumn {
  let next = 0;
  const codeOf = Int32Array.from(isMissing, (missing) => (missing ? -1 : next++));
  return {
    ...column,
    codes: column.codes.map((code) => (code < 0 ? -1 : codeOf[code])),
    dictionary: column.dictionary.filter((_, code) => !isMissing[code]),
  };
}

/** The column as numbers in their forms; null where most of it is something else, or nothing needs the forms. */
function asFormed(column: TextColumn, read: ReadNumber, own: boolean): NumberColumn | null {
  const { codes, dictionary } = column;
  const parsed = dictionary.map(read);
  const isNeeded = parsed.some((value, i) => !Object.is(value, parseNumber(dictionary[i])));
  if (!isNeeded || (!own && dictionary.some(isCode))) {
    return null;
  }
  const values = new Float64Array(codes.length).fill(NaN);
  const states = new Uint8Array(codes.length);
  let [present, wrong] = [0, 0];
  let mistyped: NumberColumn['mistyped'] = null;
  for (let row = 0; row < codes.length; row++) {
    const value = codes[row] < 0 ? 'missing' : parsed[codes[row]];
    if (typeof value === 'number') {
      values[row] = value;
      present++;
    } else if (value === 'missing') {
      states[row] = MISSING;
    } else {
      states[row] = MISTYPED;
      wrong++;
      mistyped ??= { row, text: dictionary[codes[row]] };
    }
  }
  return !own && present < MOSTLY * (present + wrong)
    ? null
    : { kind: 'numbers', values, states, mistyped, typed: true, time: false, declared: column.declared };
}

/** Times come as text where one of them is listed. */
const NO_NUMBERS: ReadonlySet<number> = new Set();

function numbersIn(listed: CellForms['missing'] = []): ReadonlySet<number> {
  return new Set(listed.map(Number).filter((value) => !Number.isNaN(value)));
}

function interpretNumbers(column: NumberColumn, { missing: listed }: ColumnForms): NumberColumn {
  const { values, others = [], time } = column;
  const numbers = time ? NO_NUMBERS : numbersIn(listed);
  if (others.length === 0 && numbers.size === 0) {
    return column;
  }
  const states = column.states?.slice() ?? new Uint8Array(values.length);
  const counts = new Float64Array(others.length);
  let present = 0;
  states.forEach((state) => (state >= OTHERS ? counts[state - OTHERS]++ : (present += Number(state === PRESENT))));
  const entries = others.map((text, i): [string, number] => [text, counts[i]]);
  const missing = missingIn([...entries, [time ? SOME_TIME : '0', present]], listed);
  const marked = new Map(markedOf(entries.filter(([text]) => missing.has(text))));
  const meant = others.map((text) => (missing.has(text) ? MISSING : MISTYPED));
  for (let row = 0; row < states.length; row++) {
    const state = states[row];
    if (state === PRESENT && numbers.has(values[row])) {
      states[row] = MISSING;
      const text = String(values[row]);
      marked.set(text, (marked.get(text) ?? 0) + 1);
    } else if (state >= OTHERS) {
      states[row] = meant[state - OTHERS];
    }
  }
  const first = states.indexOf(MISTYPED);
  const mistyped = first < 0 ? null : { row: first, text: textAt(column, first) };
  return { ...column, states, mistyped, others: undefined, ...(marked.size > 0 && { marked }) };
}

/** Of a cell that is no number; of too many different ones only the first is known. */
function textAt({ states, others = [], mistyped }: NumberColumn, row: number): string {
  const state = states?.[row] ?? PRESENT;
  return state >= OTHERS ? others[state - OTHERS] : (mistyped?.text ?? 'text');
}

/** Blanks are missing without a word. */
function markedOf(entries: ReadonlyArray<readonly [string, number]>): Marked {
  const marked = new Map<string, number>();
  for (const [text, count] of entries) {
    const trimmed = text.trim();
    if (!isBlank(text) && count > 0) {
      marked.set(trimmed, (marked.get(trimmed) ?? 0) + count);
    }
  }
  return marked;
}
