import { addJsonLine } from './addJsonLine';
import { RowCollector } from './RowCollector';
import type { RowScan } from './RowScan';
import { addLastLine } from './addLastLine';
import { scanJson } from './scanJson';
import { scanNdjsonBytes } from './scanNdjsonBytes';
import { textChunks } from './textChunks';

/** Newline-delimited JSON, an object a line; empty lines are passed over. A file that holds one array is read as such. */
export const scanNdjson: RowScan = async (file, wanted, options) =>
  (await scanNdjsonBytes(file, wanted, options)) ?? scanNdjsonText(file, wanted, options);

/** Reads whatever can be read, and says what is wrong where it can't. */
export const scanNdjsonText: RowScan = async (file, wanted, options = {}) => {
  const rows = new RowCollector(wanted, options.within);
  let rest = '';
  let line = 0;
  for await (const chunk of textChunks(file)) {
    options.signal?.throwIfAborted();
    if (line === 0 && rest === '' && /^\s*\[/.test(chunk)) {
      return scanJson(file, wanted, options);
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
