import { plainText } from '../../../distribution/cell/plainText';
import type { Column } from '../columns/Column';
import { builderFor } from '../columns/builderFor';
import { memory } from '../../memory/Memory';
import { messageOf, unreadable } from '../fileError';
import { addJsonLine } from './addJsonLine';
import { findRecords } from './findRecords';
import { parseLooseJson } from './parseLooseJson';
import { RowCollector } from './RowCollector';
import type { RowScan, Scanned } from './RowScan';
import type { ColumnRequest } from './TableFile';
import { textChunks } from './textChunks';

type Wanted = readonly ColumnRequest[] | 'all';

/** One JSON value with a table in it, or an object a line. */
export const scanJson: RowScan = async (file, wanted, { signal } = {}) => {
  const { shown } = file;
  // A file of one JSON value must be held whole.
  const mostBytes = 2 * memory().longestText;
  const tooLarge = unreadable(`${shown} is too large for JSON in one piece: write it as .ndjson or .parquet.`);
  if (file.size > mostBytes) {
    throw tooLarge;
  }
  let text = '';
  for await (const chunk of textChunks(file)) {
    signal?.throwIfAborted();
    text += chunk;
    if (text.length > mostBytes) {
      throw tooLarge;
    }
  }
  if (isInLines(text)) {
    const rows = new RowCollector(wanted);
    text.split(/\r\n|\n|\r/).forEach((line, index) => addJsonLine(rows, line, shown, index + 1));
    return rows.finish();
  }
  const records = findRecords(parse(text, shown));
  switch (records?.kind) {
    case 'rows':
      return scanRows(records.rows, wanted, shown);
    case 'split':
      return scanColumns(
        records.columns.map((name, at) => [name, records.rows.map((row) => row[at])]),
        wanted,
        shown
      );
    case 'columns':
      return scanColumns(records.columns, wanted, shown);
    default:
      throw notATable(shown);
  }
};

/** Whether the first line is an object of its own and another one follows. */
function isInLines(text: string): boolean {
  const [first] = /^\s*\{[^\r\n]*\}[ \t]*(?=[\r\n]+\s*\{)/.exec(text) ?? [];
  if (first === undefined) {
    return false;
  }
  try {
    parseLooseJson(first);
    return true;
  } catch {
    return false;
  }
}

function parse(text: string, shown: string): unknown {
  try {
    return parseLooseJson(text);
  } catch (error) {
    throw unreadable(`${shown} is not valid JSON: ${messageOf(error)}`, error);
  }
}

function scanRows(content: readonly unknown[], wanted: Wanted, shown: string): Scanned {
  const rows = new RowCollector(wanted);
  content.forEach((row, index) => {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) {
      throw unreadable(`${shown}, row ${index + 1}: not an object: each row holds its columns, such as {"x": 1}.`);
    }
    rows.add(row);
  });
  return rows.finish();
}

function scanColumns(
  content: ReadonlyArray<readonly [string, readonly unknown[]]>,
  wanted: Wanted,
  shown: string
): Scanned {
  const [[firstName, { length: rows }]] = content;
  const columns = new Map<string, Column>();
  const names = content.map(([name]) => plainText(name));
  const requests = new Map(wanted === 'all' ? [] : wanted.map((one) => [plainText(one.name), one]));
  content.forEach(([name, cells], at) => {
    if (cells.length !== rows) {
      const message = `${shown}: column "${name}" has ${cells.length} cells and "${firstName}" has ${rows}: they must be equal.`;
      throw unreadable(message);
    }
    const all = { name: names[at], text: false, times: true };
    const request = wanted === 'all' ? all : requests.get(names[at]);
    if (request !== undefined) {
      columns.set(request.name, columnOf(cells, request));
    }
  });
  return { rows, names, columns };
}

function columnOf(cells: readonly unknown[], request: ColumnRequest): Column {
  const builder = builderFor(request);
  for (const cell of cells) {
    builder.push(cell);
  }
  return builder.finish();
}

function notATable(shown: string): Error {
  return unreadable(
    `${shown} is not a table: write an array of rows, an object of columns that are arrays, or one of them under a key, such as {"data": [{"x": 1}]}.`
  );
}
