import type { Column } from '../columns/Column';
import { ColumnBuilder } from '../columns/ColumnBuilder';
import { messageOf, unreadable } from '../fileError';
import type { OpenFile } from '../OpenFile';
import { parseLooseJson } from './parseLooseJson';
import { RowCollector } from './RowCollector';
import type { RowScan, Scanned } from './RowScan';
import type { ColumnRequest } from './TableFile';

/** Beyond this a file of one JSON value, which must be held whole, is refused. */
const MOST_BYTES = 256 * 2 ** 20;

/** One JSON value: an array of rows, or an object of columns. */
export const scanJson: RowScan = async (file, wanted) => {
  if (file.size > MOST_BYTES) {
    throw unreadable(`${file.shown} is too large for JSON in one piece: write it as .ndjson or .parquet.`);
  }
  const content = parse(await load(file), file.shown);
  if (Array.isArray(content)) {
    return scanRows(content, wanted, file.shown);
  }
  if (typeof content === 'object' && content !== null) {
    return scanColumns(Object.entries(content), wanted, file.shown);
  }
  throw notATable(file.shown);
};

async function load(file: OpenFile): Promise<string> {
  return new TextDecoder().decode(await file.read(0));
}

function parse(text: string, shown: string): unknown {
  try {
    return parseLooseJson(text);
  } catch (error) {
    throw unreadable(`${shown} is not valid JSON: ${messageOf(error)}`, error);
  }
}

function scanRows(content: readonly unknown[], wanted: readonly ColumnRequest[] | 'all', shown: string): Scanned {
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
  content: ReadonlyArray<[string, unknown]>,
  wanted: readonly ColumnRequest[] | 'all',
  shown: string
): Scanned {
  const rows = Array.isArray(content[0]?.[1]) ? content[0][1].length : 0;
  const columns = new Map<string, Column>();
  for (const [name, cells] of content) {
    if (!Array.isArray(cells)) {
      throw notATable(shown);
    }
    if (cells.length !== rows) {
      const message = `${shown}: column "${name}" has ${cells.length} cells and "${content[0][0]}" has ${rows}: they must be equal.`;
      throw unreadable(message);
    }
    const request = wanted === 'all' ? { text: false } : wanted.find((column) => column.name === name);
    if (request !== undefined) {
      columns.set(name, columnOf(cells, request.text));
    }
  }
  return { rows, names: content.map(([name]) => name), columns };
}

function columnOf(cells: readonly unknown[], text: boolean): Column {
  const builder = new ColumnBuilder(text);
  for (const cell of cells) {
    builder.push(cell);
  }
  return builder.finish();
}

function notATable(shown: string): Error {
  return unreadable(`${shown} is not a table: write an array of rows, or an object of columns that are arrays.`);
}
