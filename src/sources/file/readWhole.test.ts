/** @jest-environment node */
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { FileSource } from './FileSource';
import { type OpenTable, readWhole } from './readWhole';
import { resolvePlace } from './resolveFile';

const folder = mkdtempSync(join(tmpdir(), 'whole-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const source = new FileSource({ type: 'file', folder });

const csv = (rows: number, value: number) => `x\n${`${value}\n`.repeat(rows)}`;
const ndjson = (rows: number, value: number) => `{"x": ${value}}\n`.repeat(rows);
const parquet = (rows: number, value: number) =>
  Buffer.from(
    parquetWriteBuffer({
      columnData: [{ name: 'x', data: Array.from({ length: rows }, () => value), type: 'DOUBLE' }],
      rowGroupSize: 100,
    })
  );
const WRITERS = { csv, ndjson, parquet };

/** Reads `x`, with something done to the file when half of it is read. */
async function read(path: string, meanwhile: (reading: number) => void) {
  let readings = 0;
  const use = async ({ table }: OpenTable) => {
    await table.columnNames();
    meanwhile(++readings);
    const { columns, rows } = await table.read({ columns: [{ name: 'x', text: false }] });
    const column = columns.get('x');
    return { rows, values: new Set(column?.kind === 'numbers' ? column.values : column?.dictionary.map(Number)) };
  };
  const { result, notices } = await readWhole(() => resolvePlace(folder, path), path, use);
  return { ...result, notices, readings };
}

describe.each(Object.entries(WRITERS))('%s', (kind, write) => {
  const path = `data.${kind}`;
  beforeEach(() => writeFileSync(at(path), write(5000, 1)));

  test('a file that stays is read once', async () => {
    expect(await read(path, () => undefined)).toEqual({ rows: 5000, values: new Set([1]), notices: [], readings: 1 });
  });

  test('a file that is replaced is read again: no rows of two files', async () => {
    const replace = (reading: number) => {
      if (reading === 1) {
        writeFileSync(at('new'), write(7000, 2));
        renameSync(at('new'), at(path));
      }
    };
    expect(await read(path, replace)).toMatchObject({ rows: 7000, values: new Set([2]), readings: 2 });
  });

  test('a file that is written over in its place is read again', async () => {
    const replace = (reading: number) => reading === 1 && writeFileSync(at(path), write(6000, 3));
    expect(await read(path, replace)).toMatchObject({ rows: 6000, values: new Set([3]), readings: 2 });
  });

  test('a file that is replaced again and again is refused', async () => {
    const replace = (reading: number) => writeFileSync(at(path), write(4000 + reading, reading));
    await expect(read(path, replace)).rejects.toThrow(`${path} changed each time it was read`);
  });

  test('a file that is gone afterwards is said to be', async () => {
    await expect(read(path, () => rmSync(at(path)))).rejects.toThrow(`${path} not found`);
  });
});

test.each([
  ['csv', '9\n'],
  ['ndjson', '{"x": 9}\n'],
] as const)('%s: what is appended meanwhile is not read, and that is said', async (kind, line) => {
  const path = `log.${kind}`;
  writeFileSync(at(path), WRITERS[kind](5000, 1));
  const grown = await read(path, () => appendFileSync(at(path), line));
  expect(grown).toMatchObject({ rows: 5000, values: new Set([1]), readings: 1 });
  expect(grown.notices).toEqual([expect.stringContaining(`${path} grew while it was read`)]);
});

test('a file that is cut off meanwhile is read again as it is now', async () => {
  writeFileSync(at('cut.csv'), csv(5000, 1));
  const cut = await read('cut.csv', (reading) => reading === 1 && truncateSync(at('cut.csv'), 202));
  expect(cut).toMatchObject({ rows: 100, readings: 2 });
});

test('an unfinished last line of NDJSON is left out, and that is said', async () => {
  writeFileSync(at('open.ndjson'), '{"x": 1}\n{"x": 2}\n{"x": 3');
  const plan = source.plan({
    selection: { path: 'open.ndjson' },
    features: [{ name: 'x', type: 'numeric' }],
    windows: [null],
    segmentBy: [],
  });
  for (const _ of ['read', 'kept']) {
    const { cells, notices } = await plan.execute({});
    expect(cells[0].distribution.counts.total).toBe(2);
    expect(notices).toEqual([expect.stringContaining('open.ndjson: the last line, 3, is unfinished and left out')]);
  }
  writeFileSync(at('broken.ndjson'), '{"x": 1}\n{"x": \n{"x": 3}');
  await expect(source.fieldNames({ path: 'broken.ndjson' }, {})).rejects.toThrow('line 2: not valid JSON');
});

describe('a folder of parts', () => {
  const FIXTURES = 'tests/fixtures/parquet';

  test('is one table, with what its folders say as columns', async () => {
    for (const [day, value] of [
      ['2024-01-01', 1],
      ['2024-01-02', 2],
      ['__HIVE_DEFAULT_PARTITION__', 3],
    ] as const) {
      mkdirSync(at(`part/day=${day}`), { recursive: true });
      writeFileSync(at(`part/day=${day}/p.parquet`), parquet(150, value));
    }
    writeFileSync(at('part/_SUCCESS'), '');
    await expect(source.fieldNames({ path: 'part' }, {})).resolves.toEqual(['x', 'day']);
    const request = {
      selection: { path: 'part', timeField: 'day' },
      features: [{ name: 'x', type: 'numeric' as const }],
      segmentBy: ['day'],
      windows: [{ from: Date.parse('2024-01-02'), to: Date.parse('2024-01-03') }],
    };
    const { cells } = await source.plan(request).execute({});
    expect(cells.map(({ segment, distribution }) => [segment, distribution.counts.total])).toEqual([
      [{ day: '2024-01-02' }, 150],
    ]);
    await expect(source.timeBounds(request.selection, {})).resolves.toEqual({
      from: Date.parse('2024-01-01'),
      to: Date.parse('2024-01-02'),
    });
  });

  test('whose files lack a column says so', async () => {
    mkdirSync(at('uneven'));
    writeFileSync(at('uneven/a.csv'), 'x,y\n1,a\n2,b\n');
    writeFileSync(at('uneven/b.csv'), 'x\n3\n');
    const plan = source.plan({
      selection: { path: 'uneven' },
      features: [{ name: 'y', type: 'categorical' }],
      windows: [null],
      segmentBy: [],
    });
    const { cells, notices } = await plan.execute({});
    expect(cells[0].distribution.counts).toMatchObject({ total: 3, missing: 1 });
    expect(notices).toEqual(['uneven: 1 of 2 files have no column "y": its values are missing there.']);
  });

  const writePart = (path: string, columnData: Parameters<typeof parquetWriteBuffer>[0]['columnData']) => {
    mkdirSync(join(at(path), '..'), { recursive: true });
    writeFileSync(at(path), Buffer.from(parquetWriteBuffer({ columnData })));
  };
  const categories = async (path: string, name: string) => {
    const request = {
      selection: { path },
      features: [{ name, type: 'categorical' as const }],
      windows: [null],
      segmentBy: [],
    };
    const { cells, notices } = await source.plan(request).execute({});
    const { distribution } = cells[0];
    return {
      counts: distribution.kind === 'categories' ? Object.fromEntries(distribution.byCategory) : {},
      total: distribution.counts.total,
      notices,
    };
  };

  test('takes no type from a file in which a column is empty', async () => {
    // A table in which all cells of a column are missing is written with another type.
    writePart('void/a.parquet', [{ name: 'x', data: [null, null], type: 'INT32' }]);
    writePart('void/b.parquet', [{ name: 'x', data: [new Date(0)], type: 'TIMESTAMP' }]);
    await expect(source.timeBounds({ path: 'void', timeField: 'x' }, {})).resolves.toEqual({ from: 0, to: 0 });
    await expect(categories('void', 'x')).resolves.toMatchObject({ total: 3, notices: [] });
  });

  test('says that a column is text in some files', async () => {
    writePart('texts/a.parquet', [{ name: 'x', data: ['01', '2'], type: 'STRING' }]);
    writePart('texts/b.parquet', [{ name: 'x', data: [2], type: 'INT32' }]);
    await expect(categories('texts', 'x')).resolves.toEqual({
      ...{ counts: { '01': 1, '2': 2 }, total: 3 },
      notices: ['texts: "x" is text in 1 of 2 files, and no text in the others.'],
    });
  });

  test("takes a file's own column before what its folder says, and an empty name for missing", async () => {
    writePart('own/k=1/a.parquet', [{ name: 'k', data: ['one'], type: 'STRING' }]);
    writePart('own/k=/b.parquet', [{ name: 'x', data: [2], type: 'INT32' }]);
    writePart('own/k=a%20b/c.parquet', [{ name: 'x', data: [2], type: 'INT32' }]);
    await expect(categories('own', 'k')).resolves.toMatchObject({ counts: { one: 1, 'a b': 1 }, total: 3 });
  });

  test.each([
    ['empty', [], 'is a folder without files of a kind that is read'],
    ['mixed', ['a.csv', 'b.ndjson'], 'files of several kinds (.csv, .ndjson)'],
  ])('%s is refused', async (name, files, message) => {
    mkdirSync(at(name));
    files.forEach((file) => writeFileSync(at(`${name}/${file}`), 'x\n1\n'));
    await expect(source.fieldNames({ path: name }, {})).rejects.toThrow(message);
  });

  test('is not joined where a column is a time in one file and a number in another', async () => {
    mkdirSync(at('kinds'));
    copyFileSync(join(FIXTURES, 'types.parquet'), at('kinds/a.parquet'));
    writeFileSync(
      at('kinds/b.parquet'),
      Buffer.from(parquetWriteBuffer({ columnData: [{ name: 'us', data: [1, 2], type: 'DOUBLE' }] }))
    );
    const plan = source.plan({
      selection: { path: 'kinds' },
      features: [{ name: 'us', type: 'numeric' }],
      windows: [null],
      segmentBy: [],
    });
    const { cells } = await plan.execute({});
    expect(cells[0].unreadable).toMatch('"us" holds times in some of its files and something else in others');
  });
});
