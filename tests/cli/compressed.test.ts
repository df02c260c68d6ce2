import { gzipSync } from 'node:zlib';
import { modelwatch } from './modelwatch';
import { csvOf, normal, sampleFolder } from './samples';

const { put } = sampleFolder();
const text = Buffer.from(csvOf({ x: normal(2000, 0, 1) }));

/** One frame of one block as it is, which Node 20 can't write: RFC 8878, 3.1.1. */
function zstd(content: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(content.length);
  const block = Buffer.alloc(4);
  block.writeUInt32LE(content.length * 8 + 1);
  return Buffer.concat([Buffer.from('28b52ffda0', 'hex'), size, block.subarray(0, 3), content]);
}

const plain = put('plain.csv', text);

test.each([
  ['gz', gzipSync(text)],
  ['zst', zstd(text)],
])('reads .%s as the same rows, and nothing of one that is cut off', async (extension, bytes) => {
  const compare = (path: string) => modelwatch(['drift', '--baseline', plain, '--current', path, '--format', 'json']);
  const whole = put(`whole.csv.${extension}`, bytes);
  const [same, read] = [await compare(plain), await compare(whole)];
  const resultsIn = ({ stdout }: { stdout: string }) => (JSON.parse(stdout) as { results: unknown }).results;
  expect([read.status, read.stderr]).toEqual([0, '']);
  expect(resultsIn(read)).toEqual(resultsIn(same));
  const cut = put(`cut.csv.${extension}`, bytes.subarray(0, Math.floor(bytes.length / 2)));
  await expect(compare(cut)).resolves.toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringContaining(`cut.csv.${extension} can't be decompressed, it may be damaged or cut off`),
  });
  const twice = put(`twice.csv.${extension}`, Buffer.concat([bytes, Buffer.from('x')]));
  await expect(compare(twice)).resolves.toMatchObject({ status: 2 });
});
