import { addJsonLine } from './addJsonLine';
import { RowCollector } from './RowCollector';
import type { RowScan } from './RowScan';
import { addLastLine } from './addLastLine';
import { scanJson } from './scanJson';
import { scanNdjsonBytes } from './scanNdjsonBytes';
import { textChunks } from './textChunks';

/** Newline-delimited JSON, an object a line; empty lines are passed over. A file that holds one array is read as such. */
export const scanNdjson: RowScan = async (file, wanted, signal) =>
  (await scanNdjsonBytes(file, wanted, signal)) ?? scanNdjsonText(file, wanted, signal);

/** Reads whatever can be read, and says what is wrong where it can't. */
export const scanNdjsonText: RowScan = async (file, wanted, signal) => {
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
  const unfinished = addLastLine(rows, rest, file.shown, ++line);
  return { ...rows.finish(), notices: unfinished };
};
