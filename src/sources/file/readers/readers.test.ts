/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { FileSource } from '../FileSource';
import type { Distribution } from '../../../distribution/Distribution';

const folder = mkdtempSync(join(tmpdir(), 'modelwatch-readers-'));
afterAll(() => rmSync(folder, { recursive: true }));
const source = new FileSource({ type: 'file', folder });
let written = 0;

interface Row {
  readonly size: number | null;
  readonly kind: string | null;
  readonly flag: boolean;
}

const row: fc.Arbitrary<Row> = fc.record({
  size: fc.option(fc.double()),
  kind: fc.option(fc.string({ minLength: 1, unit: 'binary' }).filter((text) => text !== 'NaN' && !text.includes('\r'))),
  flag: fc.boolean(),
});

const FEATURES = [
  { name: 'size', type: 'numeric' },
  { name: 'kind', type: 'categorical' },
  { name: 'flag', type: 'boolean' },
] as const;

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
const jsonNumber = (value: number | null) =>
  value === null || Number.isFinite(value) ? JSON.stringify(value) : String(value);
const jsonRow = ({ size, kind, flag }: Row) =>
  `{"size": ${jsonNumber(size)}, "kind": ${JSON.stringify(kind)}, "flag": ${flag}}`;

const WRITERS: Record<string, (rows: readonly Row[]) => string | Uint8Array> = {
  csv: (rows) =>
    `size,kind,flag\n${rows.map(({ size, kind, flag }) => `${size ?? ''},${kind === null ? '' : quote(kind)},${flag}`).join('\n')}\n`,
  ndjson: (rows) => rows.map(jsonRow).join('\n'),
  json: (rows) => `[${rows.map(jsonRow).join(',')}]`,
  'columns.json': (rows) =>
    `{"size": [${rows.map(({ size }) => jsonNumber(size)).join(',')}], "kind": ${JSON.stringify(rows.map(({ kind }) => kind))}, "flag": ${JSON.stringify(rows.map(({ flag }) => flag))}}`,
  parquet: (rows) =>
    new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          { name: 'size', data: rows.map(({ size }) => size), type: 'DOUBLE' },
          { name: 'kind', data: rows.map(({ kind }) => kind), type: 'STRING' },
          { name: 'flag', data: rows.map(({ flag }) => flag), type: 'BOOLEAN' },
        ],
        rowGroupSize: 7,
      })
    ),
};

/** -0 and 0 are the same number, and JSON and CSV write them differently; CSV tells no texts from numbers. */
function plain(distribution: Distribution): unknown {
  return distribution.kind === 'samples'
    ? { ...distribution, sorted: Array.from(distribution.sorted, (value) => value + 0), declared: undefined }
    : { ...distribution, declared: undefined };
}

async function read(path: string, last = false): Promise<unknown> {
  const plan = source.plan({ selection: { path }, features: FEATURES, windows: [null], segmentBy: [] });
  const { cells } = await plan.execute({ last });
  return cells.map(({ feature, distribution }) => [feature, plain(distribution)]);
}

function write(extension: string, content: string | Uint8Array): string {
  const path = `${++written}.${extension}`;
  writeFileSync(join(folder, path), content);
  return path;
}

test('a table reads the same from every format', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), async (rows) => {
      const answers: unknown[] = [];
      for (const [extension, writer] of Object.entries(WRITERS)) {
        answers.push(await read(write(extension, writer(rows))));
      }
      answers.forEach((answer) => expect(answer).toEqual(answers[0]));
    }),
    { numRuns: 60, seed: 1 }
  );
});

test.each(Object.keys(WRITERS))(
  '%s: what is kept is used up by the last reader, and read again by another',
  async (extension) => {
    const rows = Array.from({ length: 40 }, (_, i) => ({
      size: i % 9 === 4 ? null : -i,
      kind: `${i % 3}`,
      flag: i < 9,
    }));
    const path = write(extension, WRITERS[extension](rows));
    const before = await read(path);
    const last = await read(path, true);
    expect([last, await read(path, true), await read(path)]).toEqual([before, before, before]);
  }
);

test('two features of one column are both whole for the last reader', async () => {
  const path = write('parquet', WRITERS.parquet([3, 1, null, 2].map((size) => ({ size, kind: 'a', flag: true }))));
  const features = ['one', 'other'].map((name) => ({ name, field: 'size', type: 'numeric' as const }));
  const request = { selection: { path, query: 'kind:a' }, features, windows: [null], segmentBy: [] };
  const { cells } = await source.plan(request).execute({ last: true });
  expect(cells.map(({ distribution }) => distribution)).toMatchObject(
    features.map(() => ({ counts: { total: 4, missing: 1 }, sorted: Float64Array.of(1, 2, 3) }))
  );
});

test('counts what is missing, NaN and infinite', async () => {
  const path = write('csv', 'size,kind,flag\n1,a,true\n,,false\nNaN,NaN,true\nInfinity,b,true\n-Infinity,b,false\n');
  const [size, kind] = (await read(path)) as Array<[string, Distribution]>;
  expect(size[1].counts).toEqual({
    total: 5,
    missing: 1,
    nan: 1,
    positiveInfinity: 1,
    negativeInfinity: 1,
    mistyped: 0,
  });
  expect(size[1]).toMatchObject({ sorted: [-Infinity, 1, Infinity] });
  expect(kind[1].counts).toMatchObject({ total: 5, missing: 1, nan: 1 });
});

test.each([
  ['semicolons', 'size;kind;flag\n1;a,b;true\n2;c;false\n'],
  ['tabs', 'size\tkind\tflag\n1\ta,b\ttrue\n2\tc\tfalse\n'],
  ['Windows line ends', 'size,kind,flag\r\n1,"a,b",true\r\n2,c,false\r\n'],
  ['a byte order mark', '\uFEFF"size",kind,flag\n1,"a,b",true\n2,c,false'],
  ['empty lines', '\nsize,kind,flag\n\n1,"a,b",true\n\n2,c,false\n\n\n'],
  ['spaces in the header', ' size , kind , flag \n1,"a,b",true\n2,c,false\n'],
])('reads delimited text with %s', async (_, text) => {
  const [size, kind] = (await read(write('csv', text))) as Array<[string, Distribution]>;
  expect(size[1]).toMatchObject({ sorted: [1, 2] });
  expect(kind[1]).toMatchObject({
    byCategory: new Map([
      ['a,b', 1],
      ['c', 1],
    ]),
  });
});

test('reads quoted cells over several lines, longer than a chunk', async () => {
  const long = 'x,"\n'.repeat(400_000);
  const rows = [`size,kind,flag`, `1,${quote(long)},true`, `2,"a\nb",false`];
  const [size, kind] = (await read(write('csv', rows.join('\n')))) as Array<[string, Distribution]>;
  expect(size[1]).toMatchObject({ sorted: [1, 2] });
  expect(kind[1]).toMatchObject({
    byCategory: new Map([
      [long, 1],
      ['a\nb', 1],
    ]),
  });
});

test('an empty line is a missing value where there is but one column', async () => {
  const plan = source.plan({
    selection: { path: write('csv', 'x\n1\n\n3\n\n') },
    features: [{ name: 'x', type: 'numeric' }],
    windows: [null],
    segmentBy: [],
  });
  const { cells } = await plan.execute({});
  expect(cells[0].distribution.counts).toMatchObject({ total: 4, missing: 2 });
});

test('names nested fields of JSON with dots, and fills what rows lack', async () => {
  const path = write('ndjson', '{"inputs": {"distance": 3}}\n\n{"inputs": {"carrier": "UA"}, "inputs.distance": 5}\n');
  await expect(source.fieldNames({ path }, {})).resolves.toEqual(['inputs.distance', 'inputs.carrier']);
  const plan = source.plan({
    selection: { path },
    features: [{ name: 'carrier', field: 'inputs.carrier', type: 'categorical' }],
    windows: [null],
    segmentBy: [],
  });
  const { cells } = await plan.execute({});
  expect(cells[0].distribution).toMatchObject({ counts: { total: 2, missing: 1 }, byCategory: new Map([['UA', 1]]) });
});

test.each([
  ['csv', '', 'is empty'],
  ['csv', '\n\n', 'is empty'],
  ['csv', 'a,b\n1,2\n1,2,3\n', 'row 2 (line 3): 3 cells, and the header names 2 columns'],
  ['csv', 'a,b\n"x\ny",2\n1\n', 'row 2 (line 4): 1 cells'],
  ['csv', 'a,a\n1,2\n', 'names the column "a" twice'],
  ['csv', 'a,b\n1,"2\n', 'a quoted cell does not end'],
  ['ndjson', '{"a": 1}\n{"a": \n', 'line 2: not valid JSON'],
  ['ndjson', '{"a": 1}\n[1]\n', 'line 2: not a JSON object'],
  ['json', '{"a": [1,', 'is not valid JSON'],
  ['json', '{"a": [1], "b": [1, 2]}', 'column "b" has 2 cells and "a" has 1'],
  ['json', '{"a": 1}', 'is not a table'],
  ['json', '[1, 2]', 'row 1: not an object'],
  ['json', '3', 'is not a table'],
  ['parquet', 'PAR1 not really', 'is not a readable Parquet file'],
])('%s: says what is wrong (%#)', async (extension, content, message) => {
  const path = write(extension, content);
  await expect(source.fieldNames({ path }, {})).rejects.toThrow(`${path}`);
  await expect(source.fieldNames({ path }, {})).rejects.toThrow(message);
});

test('a Parquet file cut off within its data is damaged, whichever column is read', async () => {
  const whole = WRITERS.parquet(
    Array.from({ length: 50 }, (_, i) => ({ size: i, kind: 'a', flag: true }))
  ) as Uint8Array;
  const broken = Uint8Array.from(whole);
  broken.fill(0xff, 4, 200);
  const path = write('parquet', broken);
  const plan = source.plan({ selection: { path }, features: FEATURES, windows: [null], segmentBy: [] });
  const { cells } = await plan.execute({});
  expect(cells[0].unreadable).toMatch(/column "size" cannot be read, the file may be damaged/);
});
