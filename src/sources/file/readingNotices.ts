import { isCode } from '../../distribution/cell/isCode';
import { parseNumber } from '../../distribution/parseNumber';
import { percent } from '../../distribution/percent';
import type { Notice } from '../Notice';
import { type Column, type Marked, rowCount } from './columns/Column';
import type { TableRows } from './readers/TableFile';

const MOST_NAMED = 10;

/** What is said of how a column was read; its cells need not be held for it. */
export interface ReadColumn {
  readonly rows: number;
  readonly marked?: Marked;
  readonly holdsNumbersAsText: boolean;
}

export function readColumn(column: Column): ReadColumn {
  return { rows: rowCount(column), marked: column.marked, holdsNumbersAsText: holdsNumbersAsText(column) };
}

/** What is said of how a file was read: what was guessed, which texts were taken as missing, which for numbers. */
export function readingNotices(
  shown: string,
  { notices = [] }: Pick<TableRows, 'notices'>,
  columns: ReadonlyMap<string, ReadColumn>
): Notice[] {
  const marked = [...columns].flatMap(([name, column]) => markersOf(name, column));
  const written = [...columns].filter(([, column]) => column.holdsNumbersAsText).map(([name]) => name);
  return [
    ...notices,
    ...(marked.length === 0 ? [] : [`${shown}: ${someOf(marked)}.`]),
    ...(written.length === 0 ? [] : [`${shown}: numbers written as text: ${someOf(written)}.`]),
  ];
}

function markersOf(name: string, { rows, marked }: ReadColumn): string[] {
  const texts = Array.from(marked ?? [], ([text, count]) => `${percent(count / rows)} "${text}"`);
  return texts.length === 0 ? [] : [`${texts.join(', ')} read as missing in ${name}`];
}

/** As JSON and Parquet say it: "5" and not 5. */
function holdsNumbersAsText(column: Column): boolean {
  if (column.declared !== 'text') {
    return false;
  }
  const isNumber = (text: string) => typeof parseNumber(text) === 'number' && !isCode(text);
  return column.kind === 'numbers' || (column.dictionary.length > 0 && column.dictionary.every(isNumber));
}

function someOf(parts: readonly string[]): string {
  const more = parts.length > MOST_NAMED ? ` and ${parts.length - MOST_NAMED} more` : '';
  return `${parts.slice(0, MOST_NAMED).join('; ')}${more}`;
}
