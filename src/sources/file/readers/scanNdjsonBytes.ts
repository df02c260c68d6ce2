import { isUtf8 } from 'node:buffer';
import { JsonLineScanner } from '../bytes/JsonLineScanner';
import { addJsonLine } from './addJsonLine';
import { addLastLine } from './addLastLine';
import { byteChunks } from './byteChunks';
import { RowBuffer } from './RowBuffer';
import { RowCollector } from './RowCollector';
import type { RowScan, Scanned } from './RowScan';
import { encodingOf } from './textChunks';

const LINE_FEED = 10;
const RETURN = 13;
const OPEN_LIST = 91;
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** What text alone shows: lines that end with a carriage return, or a name that a line names twice. */
class LeftToText extends Error {}

/**
 * The same as `scanNdjsonText`, without an object for each line, for whole and valid UTF-8. A line that a scanner of bytes
 * does not take is parsed by itself. Null for everything else: it is left to the reader that says what is wrong.
 */
export const scanNdjsonBytes = async (...[file, wanted, options]: Parameters<RowScan>): Promise<Scanned | null> => {
  const rows = new RowCollector(wanted, options?.within);
  const buffer = new RowBuffer(file.compression === null);
  const chunks = byteChunks(file);
  const scanner: JsonLineScanner = new JsonLineScanner({
    slotOf: (name) => rows.slotOf(name),
    onRow: (row) => {
      rows.addScanned(row);
      names = rows.nameCount;
    },
    onOddLine: (line) => {
      if (line.includes(RETURN) || names !== rows.nameCount) {
        throw new LeftToText();
      }
      addJsonLine(rows, utf8.decode(line), file.shown, scanner.lines);
      names = rows.nameCount;
    },
  });
  let names = 0;
  let isFirst = true;
  try {
    for await (const chunk of chunks) {
      options?.signal?.throwIfAborted();
      if (!buffer.append(chunk)) {
        return null;
      }
      if (isFirst) {
        const { encoding, mark } = encodingOf(Buffer.from(buffer.bytes.buffer, 0, buffer.size), file);
        if (encoding !== 'utf-8') {
          return null;
        }
        buffer.drop(mark);
        isFirst = false;
      }
      const whole = buffer.bytes.subarray(0, buffer.size).lastIndexOf(LINE_FEED) + 1;
      if (!isReadable(buffer, whole, scanner.lines === 0)) {
        return null;
      }
      buffer.drop(scanner.scan(buffer.bytes, whole, false));
    }
    const rest = buffer.bytes.subarray(0, buffer.size);
    if (rest.includes(RETURN) || !isReadable(buffer, buffer.size, scanner.lines === 0)) {
      return null;
    }
    const notices = addLastLine(rows, utf8.decode(rest), file.shown, scanner.lines + 1);
    return { ...rows.finish(), notices };
  } catch (error) {
    if (error instanceof LeftToText) {
      return null;
    }
    throw error;
  }
};

function isReadable(buffer: RowBuffer, whole: number, isStart: boolean): boolean {
  return isUtf8(buffer.bytes.subarray(0, whole)) && !(isStart && beginsList(buffer));
}

/** Whether the file is one list, and no object a line. */
function beginsList({ bytes, size }: RowBuffer): boolean {
  let at = 0;
  while (at < size && bytes[at] <= 32) {
    at++;
  }
  return bytes[at] === OPEN_LIST;
}
