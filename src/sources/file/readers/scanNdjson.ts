import { addJsonLine } from './addJsonLine';
import { RowCollector } from './RowCollector';
import type { RowScan } from './RowScan';
import { scanJson } from './scanJson';
import { textChunks } from './textChunks';

/** Newline-delimited JSON, an object a line; empty lines are passed over. A file that holds one array is read as such. */
export const scanNdjson: RowScan = async (file, wanted, signal) => {
  const rows = new RowCollector(wanted);
  let rest = '';
  let line = 0;
  for await (const chunk of textChunks(file)) {
    signal?.throwIfAborted();
    if (line === 0 && rest === '' && /^\s*\[/.test(chunk)) {
      return scanJson(file, wanted, signal);
    }
    const lines = (rest + chunk).split(/\r\n|\n|\r/);
    rest = lines.pop() ?? '';
    for (const text of lines) {
      addJsonLine(rows, text, file.shown, ++line);
    }
  }
  const unfinished = addLast(rows, rest, file.shown, ++line);
  return { ...rows.finish(), notices: unfinished };
};

/** A line without its end that is no JSON is one that a writer is at: the rows before it are read. */
function addLast(rows: RowCollector, text: string, shown: string, line: number): string[] {
  try {
    addJsonLine(rows, text, shown, line);
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
