/** @jest-environment node */
import { Readable, Transform } from 'node:stream';
import { Decompress } from 'fzstd';
import { zstdChunks } from './zstdChunks';

let create: (() => Transform) | undefined;
jest.mock('node:zlib', () => ({
  get createZstdDecompress() {
    return create;
  },
}));

/** Bun takes what is cut off for a shorter file, and passes over what follows a frame and is none. */
function lenient(): Transform {
  const chunks: Buffer[] = [];
  return new Transform({
    transform(chunk: Buffer, _, done) {
      chunks.push(chunk);
      done();
    },
    flush(done) {
      const unpack = new Decompress((piece) => this.push(Buffer.from(piece)));
      try {
        unpack.push(Buffer.concat(chunks), true);
      } catch {
        // What was found so far stands.
      }
      done();
    },
  });
}

/** `printf 'x\n1\n2\n' | zstd --check` and `printf '3\n4\n' | zstd --check`: Node 20 writes none. */
const [FIRST, SECOND] = ['KLUv/SQGMQAAeAoxCjIKzQax0Q==', 'KLUv/SQEIQAAMwo0Ch3gDvg='].map((text) =>
  Buffer.from(text, 'base64')
);
const BOTH = Buffer.concat([FIRST, SECOND]);
const SKIPPED = Buffer.from('502a4d180400000061626364', 'hex');

async function textOf(bytes: Buffer, chunk: number): Promise<string> {
  const count = Math.ceil(bytes.length / chunk);
  const pieces = Array.from({ length: count }, (_, i) => bytes.subarray(i * chunk, (i + 1) * chunk));
  const found: Buffer[] = [];
  for await (const piece of zstdChunks(Readable.from(pieces, { objectMode: false }), 1024)) {
    found.push(piece);
  }
  return Buffer.concat(found).toString();
}

describe.each([
  ['the library', undefined],
  ['a runtime that says nothing of an early end', lenient],
])('with %s', (_, unpack) => {
  beforeAll(() => {
    create = unpack;
  });

  test.each([1, 7, FIRST.length, 1000])('frames one after the other, %d bytes at once', async (chunk) => {
    await expect(textOf(BOTH, chunk)).resolves.toBe('x\n1\n2\n3\n4\n');
    await expect(textOf(Buffer.concat([FIRST, SKIPPED, SECOND]), chunk)).resolves.toBe('x\n1\n2\n3\n4\n');
  });

  test('a file that is cut off anywhere within a frame is an error, and never shorter', async () => {
    for (let length = 1; length < BOTH.length; length++) {
      if (length !== FIRST.length) {
        await expect(textOf(BOTH.subarray(0, length), 1000)).rejects.toThrow();
      }
    }
  });

  test('what follows a frame and is none is an error', async () => {
    await expect(textOf(Buffer.concat([FIRST, Buffer.from('garbage')]), 1000)).rejects.toThrow();
    await expect(textOf(Buffer.concat([FIRST, Buffer.alloc(20)]), 1000)).rejects.toThrow();
  });
});
