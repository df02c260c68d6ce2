import { isUtf8 } from 'node:buffer';
import { badRequest, unreadable } from '../fileError';
import type { OpenFile } from '../OpenFile';
import { byteChunks } from './byteChunks';

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
/** A line that is longer is no line: what decompresses to zeros alone must not fill the memory. */
const LONGEST_LINE = 64 * 2 ** 20;
const SAMPLE = 4096;

/**
 * The text of a file in pieces, without its mark. It is in the encoding that is said, else in UTF-16 where its mark or its
 * bytes say so, else in UTF-8, and what is none is an error that names the line. UTF-8 is cut at the ends of lines.
 */
export async function* textChunks(file: OpenFile): AsyncGenerator<string, void, undefined> {
  const bytes = byteChunks(file);
  const first = await bytes.next();
  if (first.done === true) {
    return;
  }
  const { encoding, mark } = encodingOf(first.value, file);
  const whole = withFirst(first.value.subarray(mark), bytes);
  if (encoding === 'utf-8') {
    yield* utf8(whole, mark, file);
  } else {
    yield* decoded(whole, encoding, file);
  }
}

async function* withFirst(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  yield first;
  yield* rest;
}

/** The encoding, and how many bytes its mark has. */
export function encodingOf(head: Buffer, { reading, shown }: OpenFile): { encoding: string; mark: number } {
  if (head.subarray(0, 3).toString('hex') === 'efbbbf') {
    return { encoding: 'utf-8', mark: 3 };
  }
  const start = head.subarray(0, 2).toString('hex');
  if (start === 'fffe' || start === 'feff') {
    return { encoding: start === 'fffe' ? 'utf-16le' : 'utf-16be', mark: 2 };
  }
  if (reading.encoding === undefined) {
    return { encoding: wideEncoding(head) ?? 'utf-8', mark: 0 };
  }
  try {
    return { encoding: new TextDecoder(reading.encoding).encoding, mark: 0 };
  } catch (error) {
    const known = 'utf-8, windows-1252, iso-8859-15, shift_jis, gbk or utf-16le';
    throw badRequest(`${shown}: there is no encoding "${reading.encoding}": use a name such as ${known}.`, error);
  }
}

/** UTF-16 without a mark: in text of mostly Latin letters every other byte is 0. */
function wideEncoding(head: Buffer): string | null {
  const size = Math.min(head.length, SAMPLE) & ~1;
  const zeros = [0, 0];
  for (let i = 0; i < size; i++) {
    zeros[i & 1] += Number(head[i] === 0);
  }
  const [even, odd] = zeros.map((count) => count / Math.max(1, size / 2));
  if (odd > 0.4 && even < 0.1) {
    return 'utf-16le';
  }
  return even > 0.4 && odd < 0.1 ? 'utf-16be' : null;
}

async function* utf8(chunks: AsyncIterable<Buffer>, mark: number, file: OpenFile) {
  let rest: Buffer[] = [];
  let held = 0;
  let done = mark;
  const take = async (last: Buffer): Promise<string> => {
    const piece = rest.length === 0 ? last : Buffer.concat([...rest, last]);
    if (!isUtf8(piece)) {
      throw await invalid(file, done, piece);
    }
    done += piece.length;
    [rest, held] = [[], 0];
    return piece.toString('utf8');
  };
  for await (const chunk of chunks) {
    const end = Math.max(chunk.lastIndexOf(LINE_FEED), chunk.lastIndexOf(RETURN)) + 1;
    if (end > 0) {
      yield await take(chunk.subarray(0, end));
    }
    if (end < chunk.length) {
      rest.push(chunk.subarray(end));
      held += chunk.length - end;
    }
    if (held > LONGEST_LINE) {
      throw unreadable(`${file.shown}: a line is longer than ${LONGEST_LINE / 2 ** 20} MB: is it text?`);
    }
  }
  if (held > 0) {
    yield await take(Buffer.alloc(0));
  }
}

/** Finds the line by reading the file again: lines are not counted where all is well. */
async function invalid(file: OpenFile, before: number, piece: Buffer): Promise<Error> {
  let lines = 1;
  let left = before;
  for await (const chunk of byteChunks(file)) {
    const part = chunk.subarray(0, left);
    lines += lineEnds(part);
    left -= part.length;
    if (left === 0) {
      break;
    }
  }
  let at = 0;
  for (let end = piece.indexOf(LINE_FEED, at); end >= 0 && isUtf8(piece.subarray(at, end));) {
    lines++;
    at = end + 1;
    end = piece.indexOf(LINE_FEED, at);
  }
  return unreadable(
    `${file.shown}, line ${lines}: the bytes are not valid UTF-8: save the file as UTF-8, or set "encoding" to the one it is in, such as windows-1252.`
  );
}

function lineEnds(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) {
    lines++;
  }
  return lines;
}

async function* decoded(chunks: AsyncIterable<Buffer>, encoding: string, { shown }: OpenFile) {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let lines = 1;
  const decode = (bytes?: Buffer) => {
    try {
      const text = bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
      lines += text.split('\n').length - 1;
      return text;
    } catch (error) {
      throw unreadable(
        `${shown}, after line ${lines}: the bytes are not valid ${encoding}: set another "encoding".`,
        error
      );
    }
  };
  for await (const chunk of chunks) {
    yield decode(chunk);
  }
  yield decode();
}
