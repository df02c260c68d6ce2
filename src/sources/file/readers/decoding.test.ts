/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import Papa from 'papaparse';
import { OpenFile } from '../OpenFile';
import { FileSource } from '../FileSource';
import { resolveFile } from '../resolveFile';
import { byteChunks } from './byteChunks';
import { DelimitedParser } from './DelimitedParser';
import { guessDelimiter, looksLikeData } from './guessDelimiter';
import { headNames } from './headNames';

/** Decoding is never guessed in silence. */

const folder = mkdtempSync(join(tmpdir(), 'modelwatch-decoding-'));
afterAll(() => rmSync(folder, { recursive: true }));
let written = 0;

async function cellsOf(extension: string, content: string | Uint8Array, reading: object = {}) {
  const path = `${++written}.${extension}`;
  writeFileSync(join(folder, path), content);
  const { cells, notices } = await new FileSource({ type: 'file', folder, ...reading }).readCells({ path });
  return { columns: Object.fromEntries(cells), notices: notices.join('\n') };
}
const columnsOf = async (...asked: Parameters<typeof cellsOf>) => (await cellsOf(...asked)).columns;

const TABLE = { name: ['Zoë', 'Øre', 'a'], x: [1, 2, 3] };
const CSV = 'name,x\nZoë,1\nØre,2\na,3\n';

test.each([
  ['\\r\\n', CSV.replaceAll('\n', '\r\n')],
  ['\\r', CSV.replaceAll('\n', '\r')],
  ['\\r\\r\\n', CSV.replaceAll('\n', '\r\r\n')],
  ['mixed', 'name,x\nZoë,1\r\nØre,2\ra,3'],
  ['a mark', `\uFEFF${CSV}`],
  ['UTF-16 with a mark', Buffer.from(`\uFEFF${CSV}`, 'utf16le')],
  ['UTF-16 without one', Buffer.from(CSV, 'utf16le')],
  ['UTF-16 the other way round', Buffer.from(CSV, 'utf16le').swap16()],
  ['the hint of Excel', `sep=;\r\n${CSV.replaceAll(',', ';')}`],
  ['the hint of Excel in quotes', `"sep=|"\n${CSV.replaceAll(',', '|')}`],
])('%s', async (_, content) => {
  await expect(columnsOf('csv', content)).resolves.toEqual(TABLE);
});

test.each([
  ['a comment', '# exported by a tool\nname,x\na,1\nb,2\n', '# exported by a tool'],
  ['comments and an empty line', '# one\r\n## two, three\r\n\r\nname,x\r\na,1\r\nb,2\r\n', '# one'],
  ['a title', 'Report of März\n\nname;x\na;1\nb;2\na;1\nb;2\na;1\n', 'Report of März'],
])('%s before the table is skipped, which is said', async (_, content, line) => {
  const { columns, notices } = await cellsOf('csv', content);
  expect(Object.keys(columns)).toEqual(['name', 'x']);
  expect(columns.x.slice(0, 2)).toEqual([1, 2]);
  expect(notices).toMatch(`"${line}"`);
  expect(notices).toMatch('before the table');
});

test.each([
  ['a header with a mark of its own', '#name\tx\na\t1\nb\t2\n', ['#name', 'x']],
  ['texts with commas below their name', `name\n${'"Doe, Ann"\n'.repeat(9)}`, ['name']],
  ['texts with commas that nobody quoted', `name\n${'Doe, Ann\n'.repeat(9)}`, ['name']],
  ['colors', `colors\n${'#ff0000\n#00ff00\n'.repeat(9)}`, ['colors']],
  ['a header over two lines', `"a\nb",x\n${'1,2\n'.repeat(9)}`, ['a\nb', 'x']],
])('%s is no line before a table', async (_, content, names) => {
  expect(Object.keys(await columnsOf('csv', content))).toEqual(names);
});

test('a fault below skipped lines is counted from the first line of the file', async () => {
  await expect(columnsOf('csv', '# one\n# two\nname,x\na,1\nb,2\nc\n')).rejects.toThrow(/line 6/);
});

test('a column of its own in lines that end in two ways', async () => {
  await expect(columnsOf('csv', 'x\r\n1\n2\r\n3\n')).resolves.toEqual({ x: [1, 2, 3] });
});

test('bytes that are no UTF-8 name the line, or are read by the encoding', async () => {
  const bytes = Buffer.concat([
    Buffer.from('name,x\na,1\nb,2\n'),
    Buffer.from([0x5a, 0x6f, 0xeb]),
    Buffer.from(',3\n'),
  ]);
  await expect(columnsOf('csv', bytes)).rejects.toThrow(/line 4: the bytes are not valid UTF-8.*windows-1252/);
  await expect(columnsOf('csv', bytes, { encoding: 'windows-1252' })).resolves.toMatchObject({
    name: ['a', 'b', 'Zoë'],
  });
  await expect(columnsOf('csv', bytes, { encoding: 'nonsense' })).rejects.toThrow('there is no encoding "nonsense"');
  const json = Buffer.concat([Buffer.from('{"a":"x"}\n{"a":"'), Buffer.from([0xff]), Buffer.from('"}\n')]);
  await expect(columnsOf('ndjson', json)).rejects.toThrow('line 2: the bytes are not valid UTF-8');
  await expect(columnsOf('json', json)).rejects.toThrow('line 2: the bytes are not valid UTF-8');
});

test.each(['^', '~', ' ', ':', '\u0001'])('cells apart by %j, which is said', async (delimiter) => {
  const rows = Array.from({ length: 20 }, (_, i) => [i * 7, 'AB'[i % 2], i % 5].join(delimiter));
  const { columns, notices } = await cellsOf('csv', [['dist', 'carrier', 'n'].join(delimiter), ...rows].join('\n'));
  expect(Object.keys(columns)).toEqual(['dist', 'carrier', 'n']);
  expect(notices).toContain('3 columns');
});

test.each([
  ['rate, EUR;kind\n52,7;b\n36,4;a\n', ';'],
  ['nome;telefone\nJessica;5,58199E+12\n', ';'],
  ['a\tb\n1,5\t2,5\n', '\t'],
  ['a|b,c|d\n1|2,3|4\n', '|'],
  ['time\n2024-01-01 10:00:00\n2024-01-02 11:00:00\n2024-01-03 11:00:00\n', null],
  ['arrival time now\n2024-01-01 10:00:00 UTC\n2024-01-02 11:00:00 UTC\n', null],
  ['text\nhello, world\nand so on\nmore, of, it\n', null],
  ['x\n1,5\n2,5\n3,5\n', null],
])('%j is parted by %j', (head, delimiter) => {
  const guess = guessDelimiter(head, true).delimiter;
  expect(delimiter === null ? head.split(guess).length : guess).toBe(delimiter ?? 1);
});

test('a file without a header is read whole, which is said', async () => {
  const rows = Array.from({ length: 10 }, (_, i) => `${i * 3.7},${['UA', 'AA'][i % 2]}`);
  const { columns, notices } = await cellsOf('csv', rows.join('\n'));
  expect(Object.keys(columns)).toEqual(['column_1', 'column_2']);
  expect(columns.column_1).toHaveLength(10);
  expect(notices).toContain('has no header');
  await expect(columnsOf('csv', rows.join('\n'), { header: true })).resolves.toHaveProperty('UA');
  await expect(columnsOf('csv', 'a,b\n1,2\n', { header: false })).resolves.toEqual({
    column_1: ['a', '1'],
    column_2: ['b', '2'],
  });
});

test.each([
  ['names over numbers', [['x', 'y'], ...Array.from({ length: 8 }, (_, i) => [`${i}`, `${i}`])], null],
  ['columns that pandas numbered', [['0', '1'], ...Array.from({ length: 8 }, (_, i) => [`${i + 5}`, `${i}`])], null],
  ['years', [['2019', '2020'], ...Array.from({ length: 8 }, (_, i) => [`${i + 5}`, `${i}`])], null],
  ['names beside years', [['city', '2020.5'], ...Array.from({ length: 8 }, (_, i) => [`c${i}`, `${i}`])], 'maybe'],
  ['texts that come again', [['UA', 'x'], ...Array.from({ length: 8 }, () => ['UA', 'x'])], 'sure'],
])('%s', (_, rows, data) => expect(looksLikeData(rows)).toBe(data));

describe('JSON', () => {
  test.each([
    ['under a key', '{"data": [{"x": 1}, {"x": 2}], "total": 2}'],
    ['further inside', '{"result": {"records": [{"x": 1}, {"x": 2}]}, "ok": true}'],
    ['split as pandas does', '{"columns": ["x"], "index": [0, 1], "data": [[1], [2]]}'],
    ['in columns', '{"x": [1, 2]}'],
    ['an object a line', '{"x": 1}\n{"x": 2}\n'],
    ['an object a line, \\r alone', '{"x": 1}\r{"x": 2}'],
    ['an array', '[{"x": 1}, {"x": 2}]'],
  ])('%s', async (_, content) => {
    await expect(columnsOf('json', content)).resolves.toEqual({ x: [1, 2] });
    await expect(columnsOf('json.gz', gzipSync(content))).resolves.toEqual({ x: [1, 2] });
  });

  test.each(['{"a": 1}', '{"a": [{"x": 1}], "b": [{"x": 1}, {"x": 2}]}', '"text"'])(
    '%s is no table',
    async (content) => {
      await expect(columnsOf('json', content)).rejects.toThrow('is not a table');
    }
  );

  test('whole numbers stay exact, however long, and no two become one', async () => {
    const ids = ['1745900000000000001', '1745900000000000003', '-9223372036854775808', '123'];
    const rows = ids
      .map((id) => `{"id": ${id}, "x": 0.30000000000000004, "s": "1745900000000000001", "x": 1}`)
      .join('\n');
    for (const extension of ['ndjson', 'json']) {
      const { id, x } = await columnsOf(extension, rows);
      expect([id, x]).toEqual([ids, [1, 1, 1, 1]]);
    }
  });

  test('an array in a file of lines', async () => {
    await expect(columnsOf('jsonl', '[{"x": 1},\n {"x": 2}]')).resolves.toEqual({ x: [1, 2] });
  });
});

describe('compressed', () => {
  /** `printf 'x\n1\n2\n' | zstd`: Node 20 writes none. */
  const ZSTD = Buffer.from('KLUv/QRYMQAAeAoxCjIKAmw6yg==', 'base64');

  test('text in gzip, of several members too', async () => {
    await expect(columnsOf('csv.gz', Buffer.concat([gzipSync('x\n1\n'), gzipSync('2\n')]))).resolves.toEqual({
      x: [1, 2],
    });
  });

  test('what is damaged is said', async () => {
    await expect(columnsOf('csv.gz', gzipSync(CSV).subarray(0, 20))).rejects.toThrow("can't be decompressed");
    await expect(columnsOf('csv.zst', ZSTD.subarray(2))).rejects.toThrow("can't be decompressed");
  });

  test.each(['csv', 'ndjson', 'json'])(
    '%s that is cut off, or whose checksum is wrong, is an error',
    async (format) => {
      const parts = format === 'csv' ? ['x\n1\n', '2\n3\n'] : ['{"x": 1}\n', '{"x": 2}\n{"x": 3}\n'];
      const [first, second] = parts.map((text) => gzipSync(text));
      const all = Buffer.concat([first, second]);
      const kind = `${format}.gz`;
      await expect(columnsOf(kind, all)).resolves.toEqual({ x: [1, 2, 3] });
      // Between two members nothing tells that one is missing.
      for (let length = 1; length < all.length; length += 1 + Number(length === first.length - 1)) {
        await expect(columnsOf(kind, all.subarray(0, length))).rejects.toThrow("can't be decompressed");
      }
      for (const at of [first.length - 8, first.length, all.length - 8, all.length - 4]) {
        const damaged = Buffer.from(all);
        damaged[at] ^= 0xff;
        await expect(columnsOf(kind, damaged)).rejects.toThrow("can't be decompressed");
      }
    }
  );

  test('no more than a limit is decompressed, and no line of zeros fills the memory', async () => {
    writeFileSync(join(folder, 'bomb.csv.gz'), gzipSync(Buffer.alloc(3 << 20)));
    const file = new OpenFile(await resolveFile(folder, 'bomb.csv.gz'));
    const read = async () => {
      for await (const chunk of byteChunks(file, 1 << 20)) {
        expect(chunk.length).toBeGreaterThan(0);
      }
    };
    await expect(read()).rejects.toThrow('holds more than 1 MB when it is decompressed');
    await file.close();
    await expect(columnsOf('csv.gz', gzipSync(Buffer.alloc(80 << 20, 'a')))).rejects.toThrow(
      'a line is longer than 64 MB'
    );
  });

  test('Parquet compresses its own pages', async () => {
    await expect(columnsOf('parquet.gz', gzipSync('x'))).rejects.toThrow('are not read');
  });
});

test('names are known from the beginning of a file', async () => {
  writeFileSync(join(folder, 'names.csv'), '"price, USD",a=b\n1,2\n');
  const file = new OpenFile(await resolveFile(folder, 'names.csv'));
  await expect(headNames(file)).resolves.toEqual(['price, USD', 'a=b']);
  await file.close();
});

test('rows are the same wherever the text is cut, and those that Papa Parse reads', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '1', ',', '"', '\n', '\r', ' ', 'é') });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
      fc.array(fc.nat(200), { maxLength: 6 }),
      fc.constantFrom('\n', '\r\n'),
      (rows, cuts, end) => {
        const text = rows.map((row) => row.map(quoted).join(',')).join(end) + end;
        const found: Array<readonly string[]> = [];
        const parser = new DelimitedParser(',', (cells) => found.push(cells));
        let at = 0;
        for (const cut of cuts.toSorted((a, b) => a - b)) {
          parser.push(text.slice(at, Math.max(at, cut)));
          at = Math.max(at, Math.min(cut, text.length));
        }
        parser.push(text.slice(at));
        parser.finish();
        expect(found).toEqual(Papa.parse<string[]>(text, { newline: end, skipEmptyLines: true }).data);
      }
    ),
    { numRuns: 300, seed: 1 }
  );
});
