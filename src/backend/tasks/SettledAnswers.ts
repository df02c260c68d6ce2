import { LRUCache } from 'lru-cache';

type Frames = ReadonlyArray<Uint8Array<ArrayBuffer>>;

const MEGABYTE = 2 ** 20;
const VERSIONED_MS = 3_600_000;
/** A store may be given rows of the past at any time, and does not tell. */
const UNVERSIONED_MS = 300_000;

/**
 * Answers to panels whose windows have settled, encoded, so that a dashboard that is opened again shows at once. Bounded in
 * bytes and in age. The key must name whose data they are, the question, its windows and the version of the data.
 */
export class SettledAnswers {
  private readonly entries: LRUCache<string, Frames>;

  constructor(megabytes = 48) {
    this.entries = new LRUCache({ maxSize: megabytes * MEGABYTE, sizeCalculation: bytesOf });
  }

  /** Copies, since the buffers of an answer are handed on to another thread. */
  get(key: string): Frames | undefined {
    return this.entries.get(key)?.map((frame) => frame.slice());
  }

  set(key: string, frames: Frames, versioned: boolean): void {
    const copies = frames.map((frame) => frame.slice());
    this.entries.set(key, copies, { ttl: versioned ? VERSIONED_MS : UNVERSIONED_MS });
  }
}

function bytesOf(frames: Frames): number {
  return frames.reduce((sum, { byteLength }) => sum + byteLength, 1024);
}
