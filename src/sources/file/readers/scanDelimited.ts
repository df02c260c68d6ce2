import { unreadable } from '../fileError';
import { BrokenQuotes, DelimitedParser } from './DelimitedParser';
import { DelimitedRows } from './DelimitedRows';
import { dialectOf, firstText } from './dialect';
import type { RowScan } from './RowScan';
import { scanDelimitedBytes } from './scanDelimitedBytes';
import { textChunks } from './textChunks';

/** Text in rows of cells with a header line or without one; what parts the cells is found out, or said. */
export const scanDelimited: RowScan = async (file, wanted, options) =>
  (await scanDelimitedBytes(file, wanted, options)) ?? scanDelimitedText(file, wanted, options);

/** Reads whatever can be read, and says what is wrong where it can't. */
export const scanDelimitedText: RowScan = async (file, wanted, { signal, within } = {}) => {
  const chunks = textChunks(file);
  const first = await firstText(chunks);
  const { delimiter, skipped, skippedLines, header, notices } = dialectOf(first.text, first.isWhole, file);
  const rows = new DelimitedRows(file.shown, wanted, { header, within });
  const parser = new DelimitedParser(delimiter, (cells) => rows.add(cells, parser.line));
  parser.line += skippedLines;
  try {
    parser.push(first.text.slice(skipped));
    for await (const chunk of chunks) {
      signal?.throwIfAborted();
      parser.push(chunk);
    }
    parser.finish();
  } catch (error) {
    throw error instanceof BrokenQuotes
      ? unreadable(
          `${file.shown}, ${rows.place(parser.line)}: a quoted cell does not end, or goes on after its closing quote.`
        )
      : error;
  }
  return { ...rows.finish(), notices };
};
