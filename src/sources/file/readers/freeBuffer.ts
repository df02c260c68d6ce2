/**
 * Gives back the memory of a buffer that nothing reads any more, at once: a garbage collector that has no need yet would
 * let tens of megabytes of them gather while a file is read. Where the runtime can't, the collector does it later.
 */
export function freeBuffer(buffer: ArrayBufferLike): void {
  if (canTransfer(buffer)) {
    buffer.transfer(0);
  }
}

/** `transfer` is of ES2024, which Node 20 lacks. */
function canTransfer(buffer: ArrayBufferLike): buffer is ArrayBuffer & { transfer(size: number): ArrayBuffer } {
  return buffer instanceof ArrayBuffer && 'transfer' in buffer;
}
