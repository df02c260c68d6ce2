import { StringDecoder } from 'node:string_decoder';
import zlib from 'node:zlib';
import { SourceError } from '../SourceError';

/**
 * Gathers the text of an answer as its bytes come, decompressed where they are gzip. Compression is recognized by the first
 * bytes, not by the header: some runtimes decompress and keep the header. `fail` is called once, with a SourceError, where
 * the answer is damaged or, decompressed, is longer than may be: nothing more is then taken.
 */
export class BodyReader {
  private readonly decoder = new StringDecoder('utf8');
  private readonly texts: string[] = [];
  private unpack: zlib.Gunzip | null = null;
  private start: Buffer = Buffer.alloc(0);
  private isStarted = false;
  private size = 0;
  private isOver = false;

  constructor(
    private readonly place: string,
    /** Most bytes of text. */
    private readonly most: number,
    private readonly fail: (error: SourceError) => void
  ) {}

  /** Whether the sender should wait until `drained` calls back. */
  push(chunk: Buffer, drained: () => void): boolean {
    if (this.isOver) {
      return false;
    }
    let bytes = chunk;
    if (!this.isStarted) {
      bytes = Buffer.concat([this.start, chunk]);
      this.start = bytes;
      if (bytes.length < 2) {
        return false;
      }
      this.begin(bytes);
    }
    if (this.unpack === null) {
      this.add(bytes);
      return false;
    }
    const isFull = !this.unpack.write(bytes);
    if (isFull) {
      this.unpack.once('drain', drained);
    }
    return isFull;
  }

  end(done: (text: string) => void): void {
    const finish = () => {
      if (!this.isOver) {
        this.texts.push(this.decoder.end());
        done(this.texts.join(''));
      }
    };
    if (!this.isStarted) {
      this.add(this.start);
    }
    if (this.unpack === null) {
      finish();
    } else {
      this.unpack.once('end', finish);
      this.unpack.end();
    }
  }

  /** Nobody waits for it any more. */
  stop(): void {
    this.isOver = true;
    this.texts.length = 0;
    this.unpack?.destroy();
  }

  private begin(first: Buffer): void {
    this.isStarted = true;
    if (first[0] !== 0x1f || first[1] !== 0x8b) {
      return;
    }
    this.unpack = zlib.createGunzip();
    this.unpack.on('data', (chunk: Buffer) => this.add(chunk));
    this.unpack.on('error', (cause) =>
      this.give(up(`The answer of ${this.place} is damaged: it can't be decompressed.`, cause))
    );
  }

  private add(bytes: Buffer): void {
    if (this.isOver) {
      return;
    }
    this.size += bytes.length;
    if (this.size > this.most) {
      const limit = Math.floor(this.most / 2 ** 20);
      this.give(
        up(
          `${this.place} answers with more than ${limit} MB: ask for a shorter time range, longer windows or fewer features, or raise query_memory_mb (in the shell MODELWATCH_QUERY_MEMORY_MB), of which an answer may take an eighth.`
        )
      );
      return;
    }
    this.texts.push(this.decoder.write(bytes));
  }

  private give(error: SourceError): void {
    if (!this.isOver) {
      this.stop();
      this.fail(error);
    }
  }
}

function up(message: string, cause?: unknown): SourceError {
  return new SourceError(message, { status: 502, side: 'downstream', cause });
}
