import { plainText } from '../../../distribution/cell/plainText';
import { parseNumber } from '../../../distribution/parseNumber';
import { isTruth, truthOf } from '../../../distribution/truthOf';
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

function matchText({ codes, dictionary }: TextColumn, { values }: RowTerm): Uint8Array {
  const areTruths = values?.every(isTruth) === true && dictionary.every(isTruth);
  const plain = areTruths ? truthOf : plainText;
  const wanted = values === null ? null : new Set(values.map(plain));
  const entries = Uint8Array.from(dictionary, (text) => Number(wanted === null || wanted.has(plain(text))));
  const holds = new Uint8Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    holds[row] = codes[row] < 0 ? 0 : entries[codes[row]];
  }
  return holds;
}

function matchNumbers({ values, states, exact }: NumberColumn, { values: texts }: RowTerm): Uint8Array {
  const long = new Set(
    texts
      ?.map(plainText)
      .filter((text) => /^[+-]?\d+$/.test(text))
      .map(BigInt)
  );
  const wanted = texts === null ? null : new Set(texts.map(toNumber));
  const isWanted = (row: number) =>
    wanted === null || (exact !== undefined && long.size > 0 ? long.has(exact[row]) : wanted.has(values[row]));
  const holds = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const present = states === null || states[row] === PRESENT;
    holds[row] = Number(present && isWanted(row));
  }
  return holds;
}

/** A truth as 0 or 1; other text that is no number is looked for as NaN: as a number's column holds it. */
function toNumber(text: string): number {
  const parsed = parseNumber(text);
  return typeof parsed === 'number' ? parsed : isTruth(text) ? Number(truthOf(text) === 'true') : NaN;
}
