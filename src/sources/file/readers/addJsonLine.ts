import { messageOf, unreadable } from '../fileError';
import { parseLooseJson } from './parseLooseJson';
import type { RowCollector } from './RowCollector';

/** Adds the row that a line of JSON holds, if it holds any. Throws a SourceError that names the line. */
export function addJsonLine(rows: RowCollector, line: string, shown: string, number: number): void {
  const text = line.trim();
  if (text === '') {
    return;
  }
  let row: unknown;
  try {
    row = parseLooseJson(text);
  } catch (error) {
    throw unreadable(`${shown}, line ${number}: not valid JSON: ${messageOf(error)}`, error);
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    throw unreadable(`${shown}, line ${number}: not a JSON object: each line holds one row, such as {"x": 1}.`);
  }
  rows.add(row);
}
