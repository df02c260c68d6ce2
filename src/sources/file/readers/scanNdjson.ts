import { StringDecoder } from 'node:string_decoder';
import { messageOf, unreadable } from '../fileError';
import { cannotOpen } from '../resolveFile';
import { parseLooseJson } from './parseLooseJson';
import { RowCollector } from './RowCollector';
import type { RowScan } from './RowScan';

const CHUNK_BYTES = 1 << 20;

/** Newline-delimited JSON, an object a line; empty lines are passed over. */
export const scanNdjson: RowScan = async (file, wanted, signal) => {
  const rows = new RowCollector(wanted);
  const decoder = new StringDecoder('utf8');
  const stream = file.stream({ chunk: CHUNK_BYTES });
  let rest = '';
  let line = 0;
  try {
    for await (const chunk of stream) {
      signal?.throwIfAborted();
      const lines = (rest + decoder.write(chunk as Buffer)).split('\n');
      rest = lines.pop() ?? '';
      for (const text of lines) {
        addLine(rows, text, file.shown, ++line);
      }
    }
  } catch (error) {
    throw (error as NodeJS.ErrnoException).syscall === undefined ? error : cannotOpen(error, file.shown);
  } finally {
    stream.destroy();
  }
  const unfinished = addLast(rows, rest + decoder.end(), file.shown, ++line);
  return { ...rows.finish(), notices: unfinished };
};

/** A line without its end that is no JSON is one that a writer is at: the rows before it are read. */
function addLast(rows: RowCollector, text: string, shown: string, line: number): string[] {
  try {
    addLine(rows, text, shown, line);
    return [];
  } catch (error) {
    if (line === 1) {
      throw error;
    }
    return [
      `${shown}: the last line, ${line}, is unfinished and left out: something is writing the file, or cut it off.`,
    ];
  }
}

function addLine(rows: RowCollector, line: string, shown: string, number: number): void {
  const text = (number === 1 ? line.replace(/^\uFEFF/, '') : line).trim();
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
