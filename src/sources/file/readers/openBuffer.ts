import { open } from 'node:fs/promises';
import type { AsyncBuffer } from 'hyparquet';
import { cannotOpen, type ResolvedFile } from '../resolveFile';

export interface OpenBuffer {
  readonly buffer: AsyncBuffer;
  close(): Promise<void>;
}

/** A file of which slices can be read. Throws a SourceError where it cannot be opened. */
export async function openBuffer({ path, shown, size }: ResolvedFile): Promise<OpenBuffer> {
  const handle = await open(path).catch((error: unknown) => {
    throw cannotOpen(error, shown);
  });
  return {
    buffer: {
      byteLength: size,
      async slice(start, end = size) {
        const bytes = new Uint8Array(new ArrayBuffer(end - start));
        let filled = 0;
        while (filled < bytes.length) {
          const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, start + filled);
          if (bytesRead === 0) {
            throw new RangeError('the file ends too early');
          }
          filled += bytesRead;
        }
        return bytes.buffer;
      },
    },
    close: () => handle.close(),
  };
}
