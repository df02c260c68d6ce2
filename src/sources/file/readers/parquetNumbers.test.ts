/** @jest-environment node */
import type { AsyncBuffer } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { asNumbers } from '../columns/asNumbers';
import { readColumnChunk, readMetadata } from './parquetFile';
import { readNumberChunk } from './parquetNumbers';

type Column = Parameters<typeof parquetWriteBuffer>[0]['columnData'][number];

const ROWS = 1000;
const every = <T>(cell: (row: number) => T) => Array.from({ length: ROWS }, (_, row) => cell(row));
const wave = (row: number) => Math.sin(row) * 1e3;
const sparse = <T>(cell: (row: number) => T) => every((row) => (row % 7 === 3 ? null : cell(row)));

const READABLE: ReadonlyArray<[string, Omit<Column, 'name'>]> = [
  ['doubles', { type: 'DOUBLE', data: every(wave) }],
  ['doubles that none lacks', { type: 'DOUBLE', data: every(wave), nullable: false }],
  ['doubles with gaps', { type: 'DOUBLE', data: sparse(wave) }],
  [
    'doubles that are no numbers',
    { type: 'DOUBLE', data: every((row) => [NaN, Infinity, -Infinity, -0, 5e-324][row % 5]) },
  ],
  [
    'few doubles, by a dictionary',
    { type: 'DOUBLE', data: sparse((row) => (row % 5) / 4), encoding: 'RLE_DICTIONARY' },
  ],
  ['one double', { type: 'DOUBLE', data: every(() => 2.5), encoding: 'RLE_DICTIONARY' }],
  ['no value at all', { type: 'DOUBLE', data: every(() => null) }],
  ['floats', { type: 'FLOAT', data: sparse(wave) }],
  ['integers', { type: 'INT32', data: sparse((row) => row - 500) }],
  ['long integers', { type: 'INT64', data: sparse((row) => BigInt(row - 500) * 2n ** 40n) }],
];

function bufferOf(column: Omit<Column, 'name'>, options = {}): AsyncBuffer {
  const file = parquetWriteBuffer({
    columnData: [{ ...column, name: 'x' }],
    rowGroupSize: 600,
    pageSize: 1000,
    ...options,
  });
  return { byteLength: file.byteLength, slice: (start, end) => file.slice(start, end) };
}

describe.each(['SNAPPY', 'UNCOMPRESSED'] as const)('%s', (codec) => {
  test.each(READABLE)('%s are read as they are in the general way', async (_, column) => {
    const file = bufferOf(column, { codec });
    const metadata = await readMetadata(file);
    for (const [group, start, rows] of [
      [0, 0, 600],
      [1, 600, 400],
    ]) {
      const general = asNumbers(await readColumnChunk(file, metadata, 'x', start, rows, false));
      const read = await readNumberChunk(file, metadata, 'x', group);
      expect(read?.values).toEqual(general.values);
      expect(Array.from(read?.states ?? new Uint8Array(rows))).toEqual(
        Array.from(general.states ?? new Uint8Array(rows))
      );
    }
  });
});

test.each<[string, Omit<Column, 'name'>]>([
  ['text', { type: 'STRING', data: every(String) }],
  ['times', { type: 'TIMESTAMP', data: every((row) => new Date(row)) }],
  ['integers that no double holds', { type: 'INT64', data: every((row) => 2n ** 60n + BigInt(row)) }],
  ['lists', { type: 'JSON', data: every((row) => [row]) }],
])('leaves %s to the general way', async (_, column) => {
  const file = bufferOf(column);
  expect(await readNumberChunk(file, await readMetadata(file), 'x', 0)).toBeNull();
});

test('leaves a damaged file to the general way, which says so', async () => {
  const whole = bufferOf(READABLE[0][1], { codec: 'UNCOMPRESSED' });
  const metadata = await readMetadata(whole);
  const broken = new Uint8Array(await whole.slice(0, whole.byteLength)).fill(0xff, 4, 40);
  const file: AsyncBuffer = { byteLength: broken.length, slice: (start, end) => broken.slice(start, end).buffer };
  expect(await readNumberChunk(file, metadata, 'x', 0)).toBeNull();
  await expect(readColumnChunk(file, metadata, 'x', 0, 600, false)).rejects.toThrow();
});
