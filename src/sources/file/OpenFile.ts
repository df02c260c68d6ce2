import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import type { AsyncBuffer } from 'hyparquet';
import { blocking } from '../blocking';
import { identityOf } from './identityOf';
import { cannotOpen, type ResolvedFile } from './resolveFile';

/** The file is another one, or was written, since it was looked up. */
export class ChangedFile extends Error {
  override name = 'ChangedFile';
}

/** How many bytes tell whether the start and the end of a file are still what they were. */
const PROBE_BYTES = 4096;
/** Read at once: a share that is only slow gives as much in time. */
const PIECE_BYTES = 2 ** 20;
/** Others have no meaning but as a whole: the footer of a Parquet file lies at its end. */
const MAY_GROW: ReadonlySet<ResolvedFile['format']> = new Set(['ndjson', 'delimited']);

/**
 * A file that is read through one handle, up to the size it had when it was opened: never the start of one file and the
 * end of another. What a writer does meanwhile is told by `change`.
 */
export class OpenFile {
  readonly path: string;
  readonly shown: string;
  readonly format: ResolvedFile['format'];
  readonly compression: ResolvedFile['compression'];
  readonly reading: ResolvedFile['reading'];
  readonly size: number;
  readonly version: string;
  private handle: Promise<number> | null = null;
  private ends: Buffer | null = null;

  constructor(file: ResolvedFile) {
    ({ path: this.path, shown: this.shown, format: this.format, size: this.size, version: this.version } = file);
    ({ compression: this.compression, reading: this.reading } = file);
  }

  /** From a byte on, and up to another, or as many as there are. Throws a RangeError where the file ends before. */
  async read(start: number, end = this.size): Promise<ArrayBuffer> {
    const handle = await this.opened();
    const bytes = new Uint8Array(new ArrayBuffer(Math.max(0, end - start)));
    let filled = 0;
    while (filled < bytes.length) {
      const length = Math.min(PIECE_BYTES, bytes.length - filled);
      const at = filled;
      const read = await blocking(() => readSync(handle, bytes, at, length, start + at)).catch((error: unknown) => {
        throw cannotOpen(error, this.shown);
      });
      if (read === 0) {
        throw new RangeError('the file ends too early');
      }
      filled += read;
    }
    return bytes.buffer;
  }

  get buffer(): AsyncBuffer {
    return { byteLength: this.size, slice: (start, end) => this.read(start, end) };
  }

  /** Its bytes from `start` on; destroying the stream leaves the file open. */
  stream({ start = 0, chunk, encoding }: StreamOptions): Readable {
    const stream = Readable.from(this.chunks(start, chunk), { objectMode: false, highWaterMark: chunk });
    return encoding === undefined ? stream : stream.setEncoding(encoding);
  }

  private async *chunks(start: number, chunk: number): AsyncGenerator<Buffer> {
    for (let at = start; at < this.size; at += chunk) {
      yield Buffer.from(await this.read(at, Math.min(at + chunk, this.size)));
    }
  }

  /** What has become of the file since it was looked up: a log to which lines were appended has `grown`. */
  async change(): Promise<'none' | 'grown' | 'changed'> {
    const now = await blocking(() => statSync(this.path, { bigint: true })).catch(() => null);
    if (now === null) {
      return 'changed';
    }
    const identity = `${this.path}\0${identityOf(now)}`;
    if (identity === this.version) {
      return 'none';
    }
    const handle = await this.handle;
    if (handle === null) {
      return 'changed';
    }
    const own = await blocking(() => fstatSync(handle, { bigint: true }));
    const isSame = own.dev === now.dev && own.ino === now.ino;
    const hasGrown = isSame && Number(now.size) > this.size && this.ends !== null;
    return hasGrown && (await this.readEnds(handle)).equals(this.ends ?? Buffer.alloc(0)) ? 'grown' : 'changed';
  }

  async close(): Promise<void> {
    const handle = await this.handle?.catch(() => null);
    this.handle = null;
    if (handle !== null && handle !== undefined) {
      await blocking(() => closeSync(handle));
    }
  }

  private opened(): Promise<number> {
    this.handle ??= this.open();
    return this.handle;
  }

  private async open(): Promise<number> {
    // Where a pipe has taken its place since, this does not wait for somebody to write to it.
    const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
    const isFile = await blocking(() => statSync(this.path).isFile()).catch((error: unknown) => {
      throw cannotOpen(error, this.shown);
    });
    if (!isFile) {
      throw new ChangedFile(`${this.shown} is no file any more`);
    }
    const handle = await blocking(() => openSync(this.path, flags)).catch((error: unknown) => {
      throw cannotOpen(error, this.shown);
    });
    const stats = await blocking(() => fstatSync(handle, { bigint: true }));
    if (`${this.path}\0${identityOf(stats)}` !== this.version) {
      await blocking(() => closeSync(handle));
      throw new ChangedFile(`${this.shown} has changed`);
    }
    if (MAY_GROW.has(this.format)) {
      this.ends ??= await this.readEnds(handle);
    }
    return handle;
  }

  private async readEnds(handle: number): Promise<Buffer> {
    const length = Math.min(PROBE_BYTES, this.size);
    const ends = Buffer.alloc(2 * length);
    await blocking(() => readSync(handle, ends, 0, length, 0));
    if (length < this.size) {
      await blocking(() => readSync(handle, ends, length, length, this.size - length));
    }
    return ends;
  }
}

export interface StreamOptions {
  readonly start?: number;
  /** Bytes at once. */
  readonly chunk: number;
  readonly encoding?: BufferEncoding;
}
