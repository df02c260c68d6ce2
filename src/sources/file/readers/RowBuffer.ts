import { freeBuffer } from './freeBuffer';

const START = (1 << 20) + (1 << 16);
/** A row that is longer is left to a reader that says what is wrong with it. */
const LONGEST_ROW = 16 * 2 ** 20;

/** Bytes of a file from the first row on that is not dealt with yet: what scanners look through again and again. */
export class RowBuffer {
  bytes = new Uint8Array(START);
  size = 0;

  /** `isWhole`: nothing else holds the buffers of the chunks, so that their memory is given back at once. */
  constructor(private readonly isWhole = false) {}

  /** Copies a chunk that nothing reads afterwards, and returns whether there was room. */
  append(chunk: Uint8Array): boolean {
    const needed = this.size + chunk.length;
    if (needed > this.bytes.length) {
      if (this.size > LONGEST_ROW) {
        return false;
      }
      const bytes = new Uint8Array(Math.max(needed, 2 * this.bytes.length));
      bytes.set(this.bytes.subarray(0, this.size));
      this.bytes = bytes;
    }
    this.bytes.set(chunk, this.size);
    this.size = needed;
    if (this.isWhole && chunk.length === chunk.buffer.byteLength) {
      freeBuffer(chunk.buffer);
    }
    return true;
  }

  /** Lets go of the first bytes. */
  drop(count: number): void {
    this.bytes.copyWithin(0, count, this.size);
    this.size -= count;
  }
}
