/** @jest-environment node */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { TimeRange } from '../../../query/time';
import { asText } from '../columns/asText';
import { asNumbers } from '../columns/asNumbers';
import { describeColumns } from '../describeColumns';
import { OpenFile } from '../OpenFile';
import { PartsTable } from '../parts/PartsTable';
import { resolveFile } from '../resolveFile';
import { selectionNotices, selectRows } from '../selectRows';
import { ColumnCache } from './ColumnCache';
import { type ColumnForms } from '../columns/interpretColumn';
import { MeantTable } from './MeantTable';
import { RowTable } from './RowTable';
import { scanDelimited } from './scanDelimited';
import { scanJson } from './scanJson';
import { scanNdjson } from './scanNdjson';
import type { ReadRequest, TableFile } from './TableFile';

jest.setTimeout(120_000);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'modelwatch-within-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

/** A table that hands out every column with its text, and every row. */
class WithTexts implements TableFile {
  readonly columnwise = false;
  constructor(private readonly table: TableFile) {}
  columnNames() {
    return this.table.columnNames();
  }
  read({ columns, signal, last }: ReadRequest) {
    return this.table.read({ columns: columns.map(({ name, text }) => ({ name, text })), signal, last });
  }
}

const SCANS = { csv: scanDelimited, ndjson: scanNdjson, json: scanJson };
type Kind = keyof typeof SCANS;

const HULL: TimeRange = { from: Date.UTC(2024, 0, 2), to: Date.UTC(2024, 0, 4) };
const WINDOWS = [HULL, { from: HULL.from, to: Date.UTC(2024, 0, 3) }];

/** A table over files that are all too large to keep all their rows. */
async function tableOf(names: readonly string[], kind: Kind): Promise<{ table: TableFile; close(): Promise<unknown> }> {
  const files = await Promise.all(names.map(async (name) => new OpenFile(await resolveFile(folder, name))));
  const tables = files.map((file) => {
    const memory = {
      cache: new ColumnCache(() => 1e8),
      known: new Map(),
      odd: new Map(),
      underWay: new Map(),
      large: 0,
    };
    return new RowTable(file, SCANS[kind], memory);
  });
  const parts = tables.map((table) => ({ table, keys: new Map(), close: () => Promise.resolve() }));
  const table = tables.length === 1 ? tables[0] : new PartsTable(parts, 'parts');
  return { table, close: () => Promise.all(files.map((file) => file.close())) };
}

/** All that is said and found of the rows of the windows. */
async function selected(table: TableFile): Promise<unknown> {
  try {
    const wanted = { early: [{ name: 'word', text: true }], late: [{ name: 'n', text: false }] };
    const found = await selectRows(table, 'file', { timeField: 'time' }, WINDOWS, wanted, {});
    const { column } = await found.column('n');
    const numbers = asNumbers(column);
    const words = asText(found.table.columns.get('word') ?? column);
    return {
      windows: found.windows.map((rows) =>
        Array.from(rows, (row) => [
          found.table.rowNumber(row),
          numbers.values[row],
          words?.dictionary[words.codes[row]],
        ])
      ),
      notices: selectionNotices(found, 'file').filter((notice) => String(notice).includes('time')),
    };
  } catch (error) {
    return (error as Error).message;
  }
}

async function described(table: TableFile): Promise<unknown> {
  try {
    return await describeColumns(table, 'file', { timeField: 'time' }, { range: HULL });
  } catch (error) {
    return (error as Error).message;
  }
}

const at = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2024, 0, 5) });
const iso = (ms: number) => new Date(ms).toISOString();
const WAYS: Record<string, fc.Arbitrary<string | number | null>> = {
  iso: at.map(iso),
  spaced: at.map((ms) => iso(ms).replace('T', ' ').slice(0, 19)),
  zoned: at.map((ms) => `${iso(ms).slice(0, 19)}-03:30`),
  micro: at.map((ms) => `${iso(ms).slice(0, 23)}456`),
  basic: at.map((ms) => iso(ms).replaceAll(/[-:]/g, '').replace(/\.\d+/, '')),
  minutes: at.map((ms) => iso(ms).slice(0, 16)),
  day: at.map((ms) => iso(ms).slice(0, 10)),
  seconds: at.map((ms) => Math.floor(ms / 1000)),
  milliseconds: at,
  microseconds: at.map((ms) => 1000 * ms),
  written: at.map((ms) => Number(iso(ms).slice(0, 10).replaceAll('-', ''))),
  null: fc.constant(null),
  marker: fc.constantFrom('NA', '', ' ', 'NaT', 'nan', 'null'),
  late: fc.constant('9999-12-31'),
  text: fc.constantFrom('yesterday', '2024-13-01'),
};
/** One way that most times are written, and some that a few are. */
const times = fc
  .tuple(
    fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom('iso', 'zoned', 'day') },
      { weight: 1, arbitrary: fc.constantFrom(...Object.keys(WAYS)) }
    ),
    fc.array(fc.constantFrom(...Object.keys(WAYS)), { maxLength: 2 }),
    fc.boolean()
  )
  .chain(([most, others, isMixed]) =>
    fc.array(
      fc.oneof(
        { weight: 12, arbitrary: WAYS[most] },
        ...(isMixed ? others : []).map((way) => ({ weight: 1, arbitrary: WAYS[way] }))
      ),
      { minLength: 1, maxLength: 25 }
    )
  );

function write(rows: ReadonlyArray<string | number | null>, kind: Kind, first: number): string {
  const cells = rows.map((time, i) => ({ time, n: first + i, word: `w${(first + i) % 3}`, label_time: time }));
  switch (kind) {
    case 'csv':
      return [
        'time,n,word,label_time',
        ...cells.map(({ time, n, word }) => [time ?? '', n, word, time ?? ''].join(',')),
        '',
      ].join('\n');
    case 'ndjson':
      // What is null may also not be there at all.
      return cells
        .map(({ time, ...others }) => JSON.stringify(time === null && others.n % 2 ? others : { time, ...others }))
        .join('\n');
    case 'json':
      return JSON.stringify(cells);
  }
}

const ENCODINGS: Record<string, (text: string) => Buffer> = {
  plain: (text) => Buffer.from(text),
  marked: (text) => Buffer.from(`\ufeff${text}`),
  utf16: (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  gzip: (text) => gzipSync(text),
};

const files = fc.record({
  parts: fc.array(times, { minLength: 1, maxLength: 3 }),
  kind: fc.constantFrom(...(Object.keys(SCANS) as Kind[])),
  encoding: fc.constantFrom(...Object.keys(ENCODINGS)),
  missing: fc.constantFrom<ColumnForms['missing']>(undefined, undefined, undefined, ['NA'], ['2024-01-03'], []),
});

test('rows that are left out while a file is read change nothing that is said of the others', async () => {
  let filtered = 0;
  await fc.assert(
    fc.asyncProperty(files, async ({ parts, kind, encoding, missing }) => {
      const names = parts.map((_, i) => `${i}.${kind}${encoding === 'gzip' ? '.gz' : ''}`);
      parts.forEach((rows, i) =>
        fs.writeFileSync(path.join(folder, names[i]), ENCODINGS[encoding](write(rows, kind, 100 * i)))
      );
      const forms = { byColumn: new Map(), others: { missing } };
      const { table, close } = await tableOf(names, kind);
      const other = await tableOf(names, kind);
      const plain = new MeantTable(new WithTexts(other.table), forms);
      const meant = new MeantTable(table, forms);
      try {
        expect(await selected(meant)).toEqual(await selected(plain));
        expect(await described(meant)).toEqual(await described(plain));
        const within = { timeField: 'time', range: HULL };
        const { rows } = await table.read({ columns: [{ name: 'time', text: false, times: true }], within });
        filtered += Number(rows < parts.reduce((sum, { length }) => sum + length, 0));
      } finally {
        await Promise.all([close(), other.close()]);
      }
    }),
    { numRuns: 200, seed: 1 }
  );
  expect(filtered).toBeGreaterThan(30);
});

test('a bad row is said by its number in the file, whatever rows were left out before it', async () => {
  const lines = Array.from({ length: 50 }, (_, i) => `${iso(Date.UTC(2024, 0, 1 + (i % 4), 12))},${i},w,`);
  fs.writeFileSync(path.join(folder, 'bad.csv'), ['time,n,word,label_time', ...lines, '2024-01-02,1', ''].join('\n'));
  const { table, close } = await tableOf(['bad.csv'], 'csv');
  expect(await selected(new MeantTable(table, { byColumn: new Map(), others: {} }))).toBe(
    'bad.csv, row 51 (line 52): 2 cells, and the header names 4 columns.'
  );
  await close();
});

test('what was read for one range is not handed out for another', async () => {
  const lines = Array.from({ length: 40 }, (_, i) => `${iso(Date.UTC(2024, 0, 1, i))},${i},w${i % 2},`);
  fs.writeFileSync(path.join(folder, 'again.csv'), ['time,n,word,label_time', ...lines, ''].join('\n'));
  const { table, close } = await tableOf(['again.csv'], 'csv');
  const read = async (from: number, to: number) => {
    const within = { timeField: 'time', range: { from: Date.UTC(2024, 0, 1, from), to: Date.UTC(2024, 0, 1, to) } };
    const columns = [
      { name: 'time', text: false, times: true },
      { name: 'n', text: false },
    ];
    const { columns: found, rows, rowNumber } = await table.read({ columns, within });
    return [rows, Array.from(found.values(), (column) => Array.from(asNumbers(column).values)).at(-1), rowNumber(0)];
  };
  expect(await read(3, 6)).toEqual([3, [3, 4, 5], 4]);
  expect(await read(10, 12)).toEqual([2, [10, 11], 11]);
  expect(await read(3, 6)).toEqual([3, [3, 4, 5], 4]);
  const all = await table.read({ columns: [{ name: 'n', text: false }] });
  expect(all.rows).toBe(40);
  await close();
});
