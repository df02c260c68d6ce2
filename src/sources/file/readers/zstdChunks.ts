import * as zlib from 'node:zlib';
import { Decompress } from 'fzstd';
import { messageOf } from '../fileError';

/** The compressed bytes are damaged, or cut off. */
export class ZstdError extends Error {}

/** No text ends with such bytes: they are not valid UTF-8. */
const END = Buffer.alloc(64, 0xff);
/**
 * Decompresses to END. One block that repeats a byte: what takes the frame for its own content never outputs END. The
 * format: RFC 8878, 3.1.1.
 */
const END_FRAME = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x20, END.length, ...[3, 2, 0], END[0]]);

/**
 * Decompresses Zstandard, frame after frame. Some runtimes take a file that is cut off for a shorter one, and pass over what
 * follows a frame and is none: a frame of known content goes behind the file, and must come out at the end. Throws a ZstdError.
 */
export async function* zstdChunks(stream: NodeJS.ReadableStream, chunkBytes: number): AsyncGenerator<Buffer> {
  let last = Buffer.alloc(0);
  for await (const chunk of unpacked(stream, chunkBytes)) {
    const known = Buffer.concat([last, chunk]);
    const most = Math.max(0, known.length - END.length);
    if (most > 0) {
      yield known.subarray(0, most);
    }
    last = known.subarray(most);
  }
  if (!last.equals(END)) {
    throw new ZstdError('it ends too early, or holds something else behind its end');
  }
}

/** Runtimes of today decompress Zstandard; for those that do not there is a library. */
async function* unpacked(stream: NodeJS.ReadableStream, chunkSize: number): AsyncGenerator<Buffer> {
  const create = (zlib as { createZstdDecompress?: (options: object) => NodeJS.ReadWriteStream }).createZstdDecompress;
  if (create !== undefined) {
    const unpack = create({ chunkSize });
    stream.on('error', (error) => unpack.emit('error', error));
    stream.on('end', () => unpack.end(END_FRAME));
    yield* stream.pipe(unpack, { end: false }) as AsyncIterable<Buffer>;
    return;
  }
  let ready: Buffer[] = [];
  const unpack = new Decompress((chunk) => ready.push(Buffer.from(chunk)));
  const push = (chunk: Uint8Array, isLast: boolean) => {
    try {
      unpack.push(chunk, isLast);
    } catch (error) {
      throw new ZstdError(messageOf(error), { cause: error });
    }
  };
  for await (const chunk of stream) {
    push(chunk as Buffer, false);
    yield* ready;
    ready = [];
  }
  push(END_FRAME, true);
  yield* ready;
}
