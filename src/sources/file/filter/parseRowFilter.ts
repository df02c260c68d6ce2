import { badRequest } from '../fileError';
import type { RowFilter, RowTerm } from './RowFilter';

const QUOTED = '"(?:[^"\\\\]|\\\\.)*"';
const VALUE = `${QUOTED}|(?:[^\\s"\\\\()]|\\\\.)+`;
const LIST = `\\(\\s*(?:${VALUE})(?:\\s+OR\\s+(?:${VALUE}))*\\s*\\)`;
const TOKEN = new RegExp(
  `\\s*(?:(AND\\b|&&)|(NOT\\b|!|-)|(${QUOTED}|(?:[^\\s":\\\\]|\\\\.)+)\\s*:\\s*(?:(${LIST})|(${VALUE})))`,
  'gsy'
);
const EVERYTHING = /^\s*(\*|\*:\*)?\s*$/;

/**
 * Reads terms such as `carrier:UA AND NOT origin:("JFK" OR "LGA") AND distance:*`. Empty text and `*` hold of every row.
 * Throws a SourceError that shows where the text cannot be read, or would mean something else to Lucene: to look for that
 * as it is written would find nothing, and say that there is nothing.
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
    const [whole, and, not, column, list, value] = TOKEN.exec(text) ?? [];
    if (whole === undefined || (and !== undefined && expectsTerm)) {
      throw cannotRead(text, at);
    }
    if (column !== undefined) {
      if (!expectsTerm) {
        throw cannotRead(text, at);
      }
      terms.push({ column: unquote(column, text), values: valuesOf(list, value, text), negated });
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

function valuesOf(list: string | undefined, value: string | undefined, text: string): string[] | null {
  if (list === undefined) {
    return value === '*' ? null : [readValue(value ?? '', text)];
  }
  const entries = list.slice(1, -1).match(new RegExp(VALUE, 'gs')) ?? [];
  return entries.filter((_, index) => index % 2 === 0).map((entry) => readValue(entry, text));
}

/** Wildcards, ranges, regular expressions, fuzziness, boosts. */
const RESERVED = /^[<>/]|(?<!\\)[*?{}[\]]|[~^][\d.]*$|&&|\|\|/;

function readValue(value: string, text: string): string {
  if (!value.startsWith('"') && RESERVED.test(value.replace(/\\./gs, '_'))) {
    throw badRequest(
      `The query "${text}" can't be read over files at "${value}": they have no wildcards, ranges or regular expressions. Write several values as column:("a" OR "b"), and a value of such characters between quotation marks.`
    );
  }
  return unquote(value, text);
}

/** A backslash before a letter or digit means nothing in Lucene, and most likely is one of a path: `C:\\temp`. */
function unquote(text: string, query: string): string {
  const inner = text.startsWith('"') ? text.slice(1, -1) : text;
  if (/\\[\p{L}\p{N}]/u.test(inner.replace(/\\[^\p{L}\p{N}]/gu, ''))) {
    throw badRequest(
      `The query "${query}" has a single backslash in "${inner}". Write \\\\ for a backslash, and \\" for a quotation mark.`
    );
  }
  return inner.replace(/\\(.)/gs, '$1');
}

function cannotRead(text: string, at: number): Error {
  const rest = text.slice(at).trim();
  const where = rest === '' ? 'its end' : `"${rest}"`;
  return badRequest(
    `The query "${text}" cannot be read at ${where}: over files it is column:value terms joined by AND, such as carrier:UA AND NOT origin:("JFK" OR "LGA").`
  );
}
