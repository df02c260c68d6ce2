/** @jest-environment node */
import type { AsyncBuffer, FileMetaData } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { asNumbers } from '../../columns/asNumbers';
import { asText } from '../../columns/asText';
import { parquetColumns, type ParquetLeaf } from './parquetColumns';
import { readFooter } from './parquetFooter';
import { readLeaf } from './readLeaf';
import { blockTimes, type RowBlock, rowBlocks } from './rowBlocks';

const ROWS = 20_000;
const bytes = parquetWriteBuffer({
  rowGroupSize: 5,
  columnData: [
    { name: 'time', type: 'TIMESTAMP', data: Array.from({ length: ROWS }, (_, row) => new Date(1000 * row)) },
    { name: 'x', type: 'DOUBLE', data: Array.from({ length: ROWS }, (_, row) => row / 2) },
    { name: 'c', type: 'STRING', data: Array.from({ length: ROWS }, (_, row) => `c${row % 3}`) },
  ],
});
let metadata: FileMetaData;
let leaves: readonly ParquetLeaf[];
let blocks: readonly RowBlock[];

beforeAll(async () => {
  metadata = await readFooter({ byteLength: bytes.byteLength, slice: (start, end) => bytes.slice(start, end) });
  ({ leaves } = parquetColumns(metadata));
  blocks = rowBlocks(metadata);
});

it('puts small row groups together, and all rows into one block each', () => {
  expect(metadata.row_groups).toHaveLength(4000);
  expect(blocks.map(({ index, start, rows }) => [index, start, rows])).toEqual([
    [0, 0, 16_385],
    [1, 16_385, 3_615],
  ]);
  expect(blocks.flatMap(({ groups }) => groups)).toEqual(metadata.row_groups.map((_, group) => group));
});

it('reads small row groups with a few requests, and reads what is there', async () => {
  let requests = 0;
  const file: AsyncBuffer = {
    byteLength: bytes.byteLength,
    slice: (start, end) => {
      requests++;
      return bytes.slice(start, end);
    },
  };
  const [, x, c] = await Promise.all(
    leaves.map((leaf) =>
      readLeaf(
        file,
        metadata,
        leaf,
        blocks.flatMap(({ groups }) => groups)
      )
    )
  );
  expect(Array.from(asNumbers(x).values)).toEqual(Array.from({ length: ROWS }, (_, row) => row / 2));
  const { codes, dictionary } = asText(c) ?? { codes: [], dictionary: [] };
  expect(Array.from(codes, (code) => dictionary[code])).toEqual(
    Array.from({ length: ROWS }, (_, row) => `c${row % 3}`)
  );
  expect(requests).toBeLessThan(20);
});

it('knows the times of a block from those of all its groups', () => {
  expect(blockTimes(metadata, leaves[0], blocks)).toEqual([
    { from: 0, to: 16_384_000 },
    { from: 16_385_000, to: 19_999_000 },
  ]);
  const first = metadata.row_groups[7].columns[0].meta_data;
  const { statistics } = first ?? {};
  delete first?.statistics;
  expect(blockTimes(metadata, leaves[0], blocks)[0]).toBeNull();
  Object.assign(first ?? {}, { statistics });
});
