/** @jest-environment node */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileSource } from '../../FileSource';
import { parquetCells } from '../../../../../tests/fixtures/parquet/parquetCells';

const FIXTURES = 'tests/fixtures/parquet';
const expected = JSON.parse(readFileSync(join(FIXTURES, 'cells.json'), 'utf8')) as Record<
  string,
  Record<string, unknown>
>;
const folder = mkdtempSync(join(tmpdir(), 'parquet-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each(Object.keys(expected))('every cell of %s is what pyarrow reads', async (name) => {
  const cells = await parquetCells(FIXTURES, name);
  expect(Object.keys(cells).sort()).toEqual(Object.keys(expected[name]).sort());
  for (const [column, values] of Object.entries(expected[name])) {
    expect([column, cells[column]]).toEqual([column, values]);
  }
});

test.each([
  ['duplicate.parquet', 'duplicate.parquet: two columns are named "value": give each a name of its own.'],
  ['encrypted.parquet', 'encrypted as a whole: decrypt it first'],
])('%s is refused: %s', async (name, message) => {
  await expect(parquetCells(FIXTURES, name)).rejects.toThrow(message);
});

test.each([
  ['encrypted-column.parquet', 'secret', 'x', 40],
  ['interval.parquet', 'iv', 'x', 120],
])('%s: what can be read is read, and %s is left out', async (name, leftOut, column, rows) => {
  const cells = await parquetCells(FIXTURES, name);
  expect(cells[leftOut]).toBeNull();
  expect(cells[column]).toEqual(Array.from({ length: rows }, (_, i) => i));
});

const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2025, 0, 1);
const days = [1, 2, 3].map((day) => ({ from: FIRST_DAY + day * DAY, to: FIRST_DAY + (day + 1) * DAY }));

test.each(Object.keys(expected['times.parquet']))(
  '24 rows a day by the time column %s, in row groups',
  async (timeField) => {
    const source = new FileSource({ type: 'file', folder: FIXTURES });
    const selection = { path: 'times.parquet', timeField };
    const request = { selection, features: [{ name: 'f64', type: 'numeric' as const }], windows: days, segmentBy: [] };
    const { cells, notices } = await source.plan(request).execute({});
    expect(cells.map(({ distribution }) => distribution.counts.total)).toEqual([24, 24, 24]);
    expect(notices).toEqual([]);
    const last = timeField === 'date' ? 4 * DAY : 5 * DAY - DAY / 24;
    await expect(source.timeBounds(selection, {})).resolves.toEqual({ from: FIRST_DAY, to: FIRST_DAY + last });
  }
);

test('a byte that changed since it was written is told by the checksum of its page', async () => {
  const whole = readFileSync(join(FIXTURES, 'none-v1.parquet'));
  const at = whole.indexOf(Buffer.from('日本'));
  expect(at).toBeGreaterThan(0);
  const broken = Buffer.from(whole);
  broken[at + 2] ^= 1;
  writeFileSync(join(folder, 'changed.parquet'), broken);
  await expect(parquetCells(folder, 'changed.parquet')).rejects.toThrow(
    'changed.parquet: column "text" cannot be read, the file may be damaged: the checksum of a page is wrong'
  );
});
