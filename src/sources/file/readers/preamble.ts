import { isTimeText } from '../../../distribution/cell/isTimeText';
import { parseNumber } from '../../../distribution/parseNumber';
import { firstRows } from './firstRows';

/** Lines in front of a table. */
export interface Preamble {
  /** In characters, line ends included. */
  readonly length: number;
  readonly lines: readonly string[];
}

const NONE: Preamble = { length: 0, lines: [] };
const MOST_LINES = 50;
/** A title is told from a header by so many rows below it that all have as many cells. */
const LEAST_ROWS = 5;
const USUAL = ['\t', ';', '|', ','];

/**
 * Comments that begin with #, or a title of one cell, in front of the header, as exports write them. A commented line with as
 * many cells as the rows below it is the header itself. A single column of texts with commas is no table below a title: below
 * the header some column must hold numbers or times alone.
 */
export function preambleOf(head: string, isWhole: boolean, delimiter?: string): Preamble {
  const lines = firstLines(head);
  const delimiters = delimiter === undefined ? USUAL : [delimiter];
  const isComment = ({ text }: { text: string }) => /^\s*#/.test(text);
  const first = lines.findIndex((line) => !isComment(line) && line.text.trim() !== '');
  const comments = first === -1 ? 0 : first;
  if (lines.slice(0, comments).some(isComment)) {
    const isHeader = delimiters.some((one) =>
      headsTable(lines[comments - 1].text, below(head, lines, comments), one, isWhole)
    );
    return upTo(lines, comments - Number(isHeader));
  }
  return titleOf(head, lines, isWhole, delimiters);
}

interface Line {
  /** With its end. */
  readonly line: string;
  readonly text: string;
}

function firstLines(head: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const { index, 0: end } of head.matchAll(/\r\n|\n|\r/g)) {
    if (lines.length === MOST_LINES) {
      break;
    }
    lines.push({ line: head.slice(start, index + end.length), text: head.slice(start, index) });
    start = index + end.length;
  }
  return lines;
}

function titleOf(head: string, lines: readonly Line[], isWhole: boolean, delimiters: readonly string[]): Preamble {
  // A first row of several cells, which may go over lines, is the header.
  for (const delimiter of delimiters.filter((one) => firstRows(head, one, isWhole)[0]?.length === 1)) {
    const end = lines.findIndex(({ text }) => firstRows(text, delimiter, true)[0]?.length > 1);
    if (end > 0 && isTable(firstRows(below(head, lines, end), delimiter, isWhole))) {
      return upTo(lines, end);
    }
  }
  return NONE;
}

/** Whether the rows have as many cells as the first, which are names of columns: one holds numbers or times alone. */
function isTable([header = [], ...rows]: ReadonlyArray<readonly string[]>): boolean {
  const isValue = (text: string) => isTimeText(text) || (/\d/.test(text) && typeof parseNumber(text) === 'number');
  return (
    rows.length >= LEAST_ROWS &&
    rows.every((row) => row.length === header.length) &&
    !header.some((cell) => isValue(cell.trim())) &&
    header.some((_, i) => rows.every((row) => isValue(row[i].trim())))
  );
}

function headsTable(comment: string, rest: string, delimiter: string, isWhole: boolean): boolean {
  const cells = firstRows(comment, delimiter, true)[0]?.length ?? 0;
  const rows = firstRows(rest, delimiter, isWhole);
  return cells > 1 && rows.length > 0 && rows.every((row) => row.length === cells) && hasValues(rows[0]);
}

/** Names of columns below a comment are a header of their own. */
function hasValues(row: readonly string[]): boolean {
  return row.some((cell) => typeof parseNumber(cell.trim()) === 'number' || isTimeText(cell.trim()));
}

function below(head: string, lines: readonly Line[], count: number): string {
  return head.slice(upTo(lines, count).length);
}

function upTo(lines: readonly Line[], count: number): Preamble {
  const skipped = lines.slice(0, count);
  return {
    length: skipped.reduce((sum, { line }) => sum + line.length, 0),
    lines: skipped.map(({ text }) => text.trim()).filter((text) => text !== ''),
  };
}
