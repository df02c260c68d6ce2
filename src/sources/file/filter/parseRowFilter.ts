import { badRequest } from '../fileError';
import type { RowFilter, RowTerm } from './RowFilter';

const TOKEN = /\s*(?:(AND\b|&&)|(NOT\b|!|-)|("(?:[^"\\]|\\.)*"|[^\s":]+)\s*:\s*("(?:[^"\\]|\\.)*"|[^\s"]+))/gy;
const EVERYTHING = /^\s*(\*|\*:\*)?\s*$/;

/**
 * Reads terms such as `carrier:UA AND NOT origin:"JFK" AND distance:*`. Empty text and `*` hold of every row. Throws a
 * SourceError that shows where the text cannot be read.
 */
export function parseRowFilter(text: string): RowFilter {
  if (EVERYTHING.test(text)) {
    return [];
  }
  const terms: RowTerm[] = [];
  let negated = false;
  let expectsTerm = true;
  let at = 0;
  while (text.slice(at).trim() !== '') {
    TOKEN.lastIndex = at;
    const [whole, and, not, column, value] = TOKEN.exec(text) ?? [];
    if (whole === undefined || (and !== undefined && expectsTerm)) {
      throw cannotRead(text, at);
    }
    if (column !== undefined) {
      if (!expectsTerm) {
        throw cannotRead(text, at);
      }
      terms.push({ column: unquote(column), value: value === '*' ? null : unquote(value), negated });
      negated = false;
    } else if (not !== undefined) {
      negated = !negated;
    }
    expectsTerm = column === undefined;
    at += whole.length;
  }
  if (expectsTerm) {
    throw cannotRead(text, text.length);
  }
  return terms;
}

function unquote(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text;
}

function cannotRead(text: string, at: number): Error {
  const rest = text.slice(at).trim();
  const where = rest === '' ? 'its end' : `"${rest}"`;
  return badRequest(
    `The query "${text}" cannot be read at ${where}: over files it is column:value terms joined by AND, such as carrier:UA AND NOT origin:"JFK".`
  );
}
