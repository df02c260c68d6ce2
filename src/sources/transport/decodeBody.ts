import zlib from 'node:zlib';
import { SourceError } from '../SourceError';

/**
 * The text of an answer. Compression is recognised by its first bytes, not by the header: some runtimes decompress and
 * keep the header. Throws a SourceError where it was compressed and is damaged.
 */
export function decodeBody(body: Buffer, place: string): string {
  const isCompressed = body.length > 2 && body[0] === 0x1f && body[1] === 0x8b;
  try {
    return (isCompressed ? zlib.gunzipSync(body) : body).toString('utf8');
  } catch (cause) {
    throw new SourceError(`The answer of ${place} is damaged: it can't be decompressed.`, {
      status: 502,
      side: 'downstream',
      cause,
    });
  }
}
