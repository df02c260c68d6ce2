import * as zlib from 'node:zlib';
import { growth } from '../../memory/growth';
import { memory } from '../../memory/Memory';
import { messageOf, unreadable } from '../fileError';
import type { OpenFile } from '../OpenFile';
import { cannotOpen } from '../resolveFile';
import { ZstdError, zstdChunks } from './zstdChunks';

const CHUNK_BYTES = 1 << 20;

/**
 * The bytes of a file in pieces, decompressed where it is compressed. Between two of them it looks at what the columns that
 * are made of them take. Throws a SourceError, also where that is more than a query may take.
 */
export async function* byteChunks(
  file: OpenFile,
  mostDecompressed = memory().mostDecompressed
): AsyncGenerator<Buffer, void, undefined> {
  const hold = memory().hold();
  const before = growth.bytes;
  try {
    for await (const chunk of plainChunks(file, mostDecompressed)) {
      yield chunk;
      hold.take(growth.bytes - before - hold.bytes, `Reading ${file.shown}`);
    }
  } finally {
    hold.release();
  }
}

async function* plainChunks(file: OpenFile, mostDecompressed: number): AsyncGenerator<Buffer, void, undefined> {
  const stream = file.stream({ chunk: CHUNK_BYTES });
  try {
    if (file.compression === null) {
      yield* stream;
      return;
    }
    let size = 0;
    for await (const chunk of decompressed(stream, file.compression)) {
      size += chunk.length;
      if (size > mostDecompressed) {
        throw unreadable(
          `${file.shown} holds more than ${Math.round(mostDecompressed / 2 ** 20)} MB when it is decompressed: part it into several files, or raise query_memory_mb (in the shell MODELWATCH_QUERY_MEMORY_MB).`
        );
      }
      yield chunk;
    }
  } catch (error) {
    const { syscall, code } = error as NodeJS.ErrnoException;
    if (syscall !== undefined) {
      throw cannotOpen(error, file.shown);
    }
    throw file.compression !== null && isOfCompression(error, code)
      ? unreadable(`${file.shown} can't be decompressed, it may be damaged or cut off: ${messageOf(error)}.`, error)
      : error;
  } finally {
    stream.destroy();
  }
}

function isOfCompression(error: unknown, code: string | undefined): boolean {
  return code?.startsWith('Z_') === true || code?.startsWith('ZSTD') === true || error instanceof ZstdError;
}

function decompressed(stream: NodeJS.ReadableStream, compression: 'gzip' | 'zstd'): AsyncIterable<Buffer> {
  if (compression === 'zstd') {
    return zstdChunks(stream, CHUNK_BYTES);
  }
  const gunzip = zlib.createGunzip({ chunkSize: CHUNK_BYTES });
  stream.on('error', (error) => gunzip.destroy(error));
  return stream.pipe(gunzip);
}
