import { isUtf8 } from 'node:buffer';
import { BadRow } from '../bytes/BadRow';
import { DelimitedScanner } from '../bytes/DelimitedScanner';
import type { OpenFile } from '../OpenFile';
import { byteChunks } from './byteChunks';
import { DelimitedRows } from './DelimitedRows';
import { type Dialect, dialectOf, HEAD } from './dialect';
import { expectedRows } from './expectedRows';
import { RowBuffer } from './RowBuffer';
import type { RowScan, Scanned, ScanOptions } from './RowScan';
import type { ColumnRequest } from './TableFile';
import { encodingOf } from './textChunks';

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** What is asked of a file, and its bytes from the start on. */
interface Reading extends ScanOptions {
  readonly file: OpenFile;
  readonly wanted: readonly ColumnRequest[] | 'all';
  readonly chunks: AsyncIterator<Buffer>;
  readonly buffer: RowBuffer;
}

/**
 * The same as `scanDelimitedText`, without a string for each cell, for whole and valid UTF-8 with an ASCII delimiter. Null
 * for everything else: any fault is left to the reader that says what is wrong.
 */
export const scanDelimitedBytes = async (
  ...[file, wanted, options = {}]: Parameters<RowScan>
): Promise<Scanned | null> => {
  const chunks = byteChunks(file);
  try {
    return await scan({ file, wanted, chunks, buffer: new RowBuffer(file.compression === null), ...options });
  } catch (error) {
    if (error instanceof BadRow) {
      return null;
    }
    throw error;
  } finally {
    await chunks.return(undefined);
  }
};

async function scan(reading: Reading): Promise<Scanned | null> {
  const { file, buffer } = reading;
  let isLast = false;
  while (buffer.size < HEAD && !isLast) {
    isLast = !(await readOn(reading));
  }
  const { encoding, mark } = encodingOf(Buffer.from(buffer.bytes.buffer, 0, buffer.size), file);
  if (encoding !== 'utf-8') {
    return null;
  }
  buffer.drop(mark);
  const text = utf8.decode(buffer.bytes.subarray(0, buffer.size));
  const dialect = dialectOf(text, isLast, file);
  const delimiter = dialect.delimiter.length === 1 ? dialect.delimiter.charCodeAt(0) : NaN;
  if (!(delimiter < 0x80) || '"\r\n'.includes(dialect.delimiter)) {
    return null;
  }
  buffer.drop(Buffer.byteLength(text.slice(0, dialect.skipped)));
  return scanRows(reading, { dialect, delimiter, isLast });
}

async function scanRows(
  reading: Reading,
  { dialect, delimiter, isLast }: { dialect: Dialect; delimiter: number; isLast: boolean }
): Promise<Scanned | null> {
  const { file, wanted, buffer, signal, within } = reading;
  const rows = new DelimitedRows(file.shown, wanted, {
    header: dialect.header,
    within,
    capacity: expectedRows(file, buffer),
  });
  const first = firstRow(buffer, delimiter, isLast);
  if (first === null || !isUtf8(buffer.bytes.subarray(0, first.end))) {
    return null;
  }
  const scanner = new DelimitedScanner({
    delimiter,
    columns: first.cells.length,
    wanted: rows.begin(first.cells),
    onRow: (row) => rows.addScanned(row),
  });
  buffer.drop(dialect.header ? first.end : 0);
  for (let isEnd = isLast; ;) {
    signal?.throwIfAborted();
    const done = scanner.scan(buffer.bytes, buffer.size, isEnd);
    if (!isUtf8(buffer.bytes.subarray(0, done))) {
      return null;
    }
    buffer.drop(done);
    if (isEnd) {
      return { ...rows.finish(), notices: dialect.notices };
    }
    const more = await reading.chunks.next();
    isEnd = more.done === true;
    if (!isEnd && !buffer.append(more.value as Buffer)) {
      return null;
    }
  }
}

/** Returns whether there was more. */
async function readOn({ chunks, buffer }: Reading): Promise<boolean> {
  const next = await chunks.next();
  return next.done !== true && buffer.append(next.value);
}

/** The cells of the first row that is not empty, and where it ends; null where it is not all there. */
function firstRow(buffer: RowBuffer, delimiter: number, isLast: boolean): { cells: string[]; end: number } | null {
  const { bytes, size } = buffer;
  const cells: string[] = [];
  const most = bytes.subarray(0, Math.min(size, 4 * HEAD)).reduce((sum, byte) => sum + Number(byte === delimiter), 1);
  const scanner: DelimitedScanner = new DelimitedScanner({
    delimiter,
    columns: null,
    wanted: Array.from({ length: most }, (_, index) => index),
    onRow: ({ starts, ends, doubled }) => {
      for (let i = 0; i < scanner.width; i++) {
        const text = utf8.decode(bytes.subarray(starts[i], ends[i]));
        cells.push(doubled[i] === 1 ? text.replaceAll('""', '"') : text);
      }
    },
  });
  const end = scanner.scan(bytes, size, isLast, { most: 1 });
  return scanner.rows === 1 && scanner.width <= most ? { cells, end } : null;
}
