import { randomUUID } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { blocking } from '../../blocking';
import { SourceError } from '../../SourceError';
import { messageOf } from '../fileError';
import { openSpills } from './openSpills';
import { type SpillLimits, spillLimits } from './spillLimits';

const MEGABYTE = 2 ** 20;

/** Where in the file some bytes are. */
export interface Extent {
  readonly start: number;
  readonly bytes: number;
}

/**
 * A temporary file of one query, which only grows. Its name is removed as soon as it is open, where the system lets us, so
 * that nothing is left of it however the process ends; `close` gives back its space.
 */
export class SpillFile {
  private handle: number | null = null;
  private path: string | null = null;
  private size = 0;

  /** @param what is being done, for messages: "Joining a.csv with b.csv" */
  constructor(
    private readonly what: string,
    private readonly limits: SpillLimits = spillLimits(process.env)
  ) {}

  /** How many bytes were written. */
  get bytes(): number {
    return this.size;
  }

  /** Writes at the end. Throws a SourceError where that is more than a query may write, or the disk is full. */
  async append(bytes: Uint8Array): Promise<Extent> {
    if (this.size + bytes.length > this.limits.bytes) {
      throw failed(
        `${this.what} takes more than the ${this.limits.bytes / MEGABYTE} MB of temporary files that a query may write. Ask for a shorter time, or raise temporary_mb (in the shell MODELWATCH_TEMPORARY_MB) or query_memory_mb.`
      );
    }
    const handle = (this.handle ??= await this.open());
    const start = this.size;
    for (let done = 0; done < bytes.length;) {
      const at = done;
      done += await this.trying(() => writeSync(handle, bytes, at, bytes.length - at, start + at));
    }
    this.size += bytes.length;
    return { start, bytes: bytes.length };
  }

  /** Reads extents one after the other into an array of their bytes. */
  async read(extents: readonly Extent[]): Promise<Uint8Array<ArrayBuffer>> {
    const into = new Uint8Array(extents.reduce((sum, { bytes }) => sum + bytes, 0));
    let filled = 0;
    for (const { start, bytes } of extents) {
      const { handle } = this;
      if (handle === null) {
        throw new Error('nothing was written to the temporary file, or it is closed');
      }
      for (let done = 0; done < bytes;) {
        const [at, from] = [filled + done, start + done];
        const read = await this.trying(() => readSync(handle, into, at, bytes - (from - start), from));
        if (read === 0) {
          throw failed(`${this.what}: the temporary file in ${this.limits.folder} ends too early.`);
        }
        done += read;
      }
      filled += bytes;
    }
    return into;
  }

  async close(): Promise<void> {
    const { handle, path } = this;
    [this.handle, this.path] = [null, null];
    try {
      if (handle !== null) {
        openSpills().closing(handle);
        await blocking(() => closeSync(handle));
      }
    } finally {
      if (path !== null) {
        await blocking(() => unlinkSync(path));
      }
    }
  }

  private async open(): Promise<number> {
    // Threads share the process, and its folder is shared with others.
    const path = join(this.limits.folder, `modelwatch-${randomUUID()}.tmp`);
    const { O_RDWR, O_CREAT, O_EXCL } = constants;
    const handle = await this.trying(() => openSync(path, O_RDWR | O_CREAT | O_EXCL, 0o600));
    openSpills().opened(handle, fstatSync(handle).ino);
    try {
      await blocking(() => unlinkSync(path));
    } catch {
      // Windows removes no file that is open.
      this.path = path;
    }
    return handle;
  }

  private async trying<Result>(call: () => Result): Promise<Result> {
    try {
      return await blocking(call);
    } catch (error) {
      throw failed(
        `${this.what} takes a temporary file, and ${this.limits.folder} can't hold it: ${messageOf(error)}. Set temporary_folder (in the shell MODELWATCH_TEMPORARY_FOLDER) to a folder with room that can be written to, or raise query_memory_mb.`,
        error
      );
    }
  }
}

function failed(message: string, cause?: unknown): SourceError {
  return new SourceError(message, { status: 413, side: 'plugin', cause });
}
