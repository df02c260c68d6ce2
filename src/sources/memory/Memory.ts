import { memoryLimits, type MemoryLimits } from './memoryLimits';
import { TooMuchMemory } from './TooMuchMemory';

const KILOBYTE = 1024;
const MEGABYTE = 2 ** 20;
/** An answer as text becomes objects of several times its size. */
const TEXT_SHARE = 8;

const MOST_CACHED = 192 * MEGABYTE;

/** What one reading holds. Whoever took it lets it go. */
export interface Hold {
  /** Takes as many bytes more. Throws a SourceError, and takes none, where that is more than a query or the process may. */
  take(bytes: number, what: string): void;
  /** How much is held now. */
  readonly bytes: number;
  release(): void;
}

/**
 * Counts what large readings take, before it is allocated. Every thread counts in a place of its own of an array that all
 * share, in kilobytes, so that a thread that is ended leaves nothing behind.
 */
export class Memory {
  constructor(
    private readonly limits: MemoryLimits,
    private readonly held: Int32Array = new Int32Array(1),
    private readonly place = 0
  ) {}

  /** The largest text of an answer, or of a file that must be held whole, in bytes. */
  get longestText(): number {
    return Math.floor(this.limits.query / TEXT_SHARE);
  }

  /** The most that a compressed file may hold. */
  get mostDecompressed(): number {
    return this.limits.query;
  }

  /** What was read and may be asked for again: ten panels over one file read it once, and a process stays small. */
  get cacheBytes(): number {
    return Math.min(MOST_CACHED, this.limits.process / (2 + this.held.length));
  }

  hold(): Hold {
    let kilobytes = 0;
    const add = (more: number) => {
      kilobytes += more;
      Atomics.add(this.held, this.place, more);
    };
    return {
      take: (bytes, what) => {
        const more = Math.ceil(bytes / KILOBYTE);
        this.require(kilobytes + more, more, what);
        add(more);
      },
      get bytes() {
        return kilobytes * KILOBYTE;
      },
      release: () => add(-kilobytes),
    };
  }

  private require(own: number, more: number, what: string): void {
    const { query, process } = this.limits;
    if (own * KILOBYTE > query) {
      throw new TooMuchMemory(
        `${what} takes about ${megabytes(own)} of memory, more than the ${query / MEGABYTE} MB that a query may take. Ask for fewer columns or a shorter time, or raise query_memory_mb (in the shell MODELWATCH_QUERY_MEMORY_MB) and memory_mb.`,
        413
      );
    }
    const all = this.held.reduce((sum, kilobytes) => sum + kilobytes, 0) + more;
    if (all * KILOBYTE > process) {
      throw new TooMuchMemory(
        `${what} takes about ${megabytes(own)} of memory, and with what other queries take that is more than the ${process / MEGABYTE} MB of the process. Ask again later, or raise memory_mb (in the shell MODELWATCH_MEMORY_MB).`,
        503
      );
    }
  }
}

function megabytes(kilobytes: number): string {
  return `${Math.ceil(kilobytes / 1024).toLocaleString('en-US')} MB`;
}

/** Of this thread. */
let current = new Memory(memoryLimits(process.env));

export function memory(): Memory {
  return current;
}

/** Where a thread counts together with others; also in tests. */
export function setMemory(shared: Memory): void {
  current = shared;
}
