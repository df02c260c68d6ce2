/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as zlib from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { Memory, setMemory } from '../memory/Memory';
import { memoryLimits } from '../memory/memoryLimits';
import { FileSource } from './FileSource';

jest.setTimeout(60_000);

const MEGABYTE = 2 ** 20;
const folder = mkdtempSync(join(tmpdir(), 'modelwatch-bombs-'));
const held = new Int32Array(1);

beforeAll(() => setMemory(new Memory({ query: 4 * MEGABYTE, process: 4 * MEGABYTE }, held)));
afterAll(() => {
  setMemory(new Memory(memoryLimits({})));
  rmSync(folder, { recursive: true });
});
// What was taken for a reading is given back, whatever became of it.
afterEach(() => expect(held[0]).toBe(0));

function describeFile(path: string, content: string | Buffer | ArrayBuffer) {
  writeFileSync(join(folder, path), content instanceof ArrayBuffer ? Buffer.from(content) : content);
  return new FileSource({ type: 'file', folder }).describe({ path }, {});
}

const ROWS = `x,y\n${'1,2\n'.repeat(600_000)}`;
const LINES = '{"x":1}\n'.repeat(600_000);

it.each<[string, string | Buffer]>([
  ['rows.csv', ROWS],
  ['rows.csv.gz', zlib.gzipSync(ROWS, { level: 1 })],
  ['lines.ndjson', LINES],
  ['lines.ndjson.gz', zlib.gzipSync(LINES, { level: 1 })],
  ['texts.csv', `a\n${Array.from({ length: 60_000 }, (_, row) => `text ${row}`).join('\n')}`],
])('%s, whose columns are more than a query may take, is an error that says what to do', async (path, content) => {
  await expect(describeFile(path, content)).rejects.toMatchObject({
    message: expect.stringMatching(/(takes about \d+ MB of memory|holds more than 4 MB).*query_memory_mb/),
    options: { status: expect.any(Number) },
  });
});

it('a gzip file that holds far more than it has is not read to its end', async () => {
  const bomb = zlib.gzipSync(`x\n${'\n'.repeat(16 * MEGABYTE)}`, { level: 1 });
  expect(bomb.length).toBeLessThan(2 * MEGABYTE);
  await expect(describeFile('bomb.csv.gz', bomb)).rejects.toThrow(/query_memory_mb/);
});

it('one JSON value that must be held whole may be no longer than a share of that', async () => {
  const json = `[${'{"x":1},'.repeat(160_000)}{"x":1}]`;
  await expect(describeFile('whole.json', json)).rejects.toThrow(/too large for JSON in one piece/);
});

it('a Parquet file is refused by its footer, before anything is read', async () => {
  // Runs of one value: half a million rows in a few hundred bytes.
  const data = new Float64Array(500_000).fill(1);
  const bomb = parquetWriteBuffer({ columnData: [{ name: 'x', data: Array.from(data), type: 'DOUBLE' }] });
  await expect(describeFile('bomb.parquet', bomb)).rejects.toMatchObject({
    message: expect.stringMatching(/^Reading bomb\.parquet takes about \d+ MB of memory, more than the 4 MB/),
    options: { status: 413 },
  });
});

it('what fits is read', async () => {
  const columns = await describeFile('small.csv', `x,y\n${'1,2\n'.repeat(5_000)}`);
  expect(columns.map(({ name }) => name)).toEqual(['x', 'y']);
});
