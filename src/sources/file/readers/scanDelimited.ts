import Papa from 'papaparse';
import { unreadable } from '../fileError';
import type { OpenFile } from '../OpenFile';
import { cannotOpen } from '../resolveFile';
import { DelimitedRows } from './DelimitedRows';
import type { RowScan } from './RowScan';

const CHUNK_BYTES = 1 << 20;
const DELIMITERS = [',', ';', '\t', '|'];

/** Text with a header line, its columns apart by comma, semicolon, tab or bar; cells in quotes may hold new lines. */
export const scanDelimited: RowScan = async (file, wanted, signal) => {
  const rows = new DelimitedRows(file.shown, wanted);
  await parseChunks(file, (chunk) => {
    signal?.throwIfAborted();
    const broken = chunk.errors.find(({ type }) => type === 'Quotes');
    chunk.data.forEach((cells, index) => {
      if (broken?.row === index) {
        throw unreadable(
          `${file.shown}, ${rows.place()}: a quoted cell does not end, or goes on after its closing quote.`
        );
      }
      rows.add(cells);
    });
  });
  return rows.finish();
};

type Chunk = Papa.ParseResult<string[]>;

async function parseChunks(file: OpenFile, onChunk: (chunk: Chunk) => void): Promise<void> {
  const start = await firstByte(file);
  const stream = file.stream({ encoding: 'utf8', start, chunk: CHUNK_BYTES });
  try {
    await new Promise<void>((resolve, reject) => {
      // An abort completes at once: what went wrong must be said first.
      const fail = (error: unknown, parser: Papa.Parser) => {
        reject(error instanceof Error ? error : new Error(String(error)));
        parser.abort();
      };
      stream.on('error', (error) => reject(cannotOpen(error, file.shown)));
      Papa.parse<string[]>(stream, {
        delimitersToGuess: DELIMITERS,
        chunk: (chunk, parser) => {
          try {
            onChunk(chunk);
          } catch (error) {
            fail(error, parser);
          }
        },
        complete: () => resolve(),
        error: (error) => reject(unreadable(`${file.shown} cannot be read: ${error.message}`, error)),
      });
    });
  } finally {
    stream.destroy();
  }
}

/** Behind the byte order mark, where there is one. Text that is not UTF-8 is refused by its mark. */
async function firstByte(file: OpenFile): Promise<number> {
  const head = Buffer.alloc(3);
  Buffer.from(await file.read(0, Math.min(3, file.size))).copy(head);
  if (head.readUInt16BE(0) === 0xfffe || head.readUInt16BE(0) === 0xfeff) {
    throw unreadable(`${file.shown} is written in UTF-16: save it as UTF-8.`);
  }
  return head.toString('hex') === 'efbbbf' ? 3 : 0;
}
