import { parseNumber } from '../../../distribution/parseNumber';
import { type Column, type NumberColumn, PRESENT, type TextColumn } from '../columns/Column';
import type { RowFilter, RowTerm } from './RowFilter';

/** 1 for each row of which all terms hold; null where there are none. */
export function applyRowFilter(
  filter: RowFilter,
  columns: ReadonlyMap<string, Column>,
  rows: number
): Uint8Array | null {
  if (filter.length === 0) {
    return null;
  }
  const kept = new Uint8Array(rows).fill(1);
  for (const term of filter) {
    const column = columns.get(term.column);
    const holds =
      column === undefined
        ? new Uint8Array(rows)
        : column.kind === 'text'
          ? matchText(column, term)
          : matchNumbers(column, term);
    for (let row = 0; row < rows; row++) {
      kept[row] &= holds[row] ^ Number(term.negated);
    }
  }
  return kept;
}

function matchText({ codes, dictionary }: TextColumn, { value }: RowTerm): Uint8Array {
  const entries = Uint8Array.from(dictionary, (text) => Number(value === null || text === value));
  const holds = new Uint8Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    holds[row] = codes[row] < 0 ? 0 : entries[codes[row]];
  }
  return holds;
}

function matchNumbers({ values, states, exact }: NumberColumn, { value }: RowTerm): Uint8Array {
  const long = exact !== undefined && value !== null && /^[+-]?\d+$/.test(value.trim()) ? BigInt(value) : null;
  const parsed = value === null ? null : parseNumber(value);
  const wanted = typeof parsed === 'number' ? parsed : NaN;
  const holds = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const present = states === null || states[row] === PRESENT;
    if (exact !== undefined && long !== null) {
      holds[row] = Number(present && exact[row] === long);
      continue;
    }
    holds[row] = Number(present && (value === null || Object.is(values[row], wanted) || values[row] === wanted));
  }
  return holds;
}
