/** @jest-environment node */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { parseRule } from '../../../query/rule/parseRule';
import type { FeatureSpec } from '../../../query/selection';
import { FileSource } from '../FileSource';

type Cell = string | number | boolean | null;
type Table = Readonly<Record<string, readonly Cell[]>>;

const folder = mkdtempSync(join(tmpdir(), 'modelwatch-rules-'));
afterAll(() => rmSync(folder, { recursive: true }));

const rowsOf = (table: Table) =>
  Object.values(table)[0].map((_, i) =>
    Object.fromEntries(Object.entries(table).map(([name, cells]) => [name, cells[i]]))
  );

const WRITERS: Readonly<Record<string, (table: Table) => string | Uint8Array>> = {
  csv: (table) =>
    [Object.keys(table), ...rowsOf(table).map((row) => Object.values(row))]
      .map((cells) => cells.map((cell) => (cell === null ? '' : `"${cell}"`)).join(','))
      .join('\n'),
  ndjson: (table) =>
    rowsOf(table)
      .map((row) => JSON.stringify(row))
      .join('\n'),
  json: (table) => JSON.stringify(rowsOf(table)),
  parquet: (table) =>
    Buffer.from(
      parquetWriteBuffer({
        columnData: Object.entries(table).map(([name, data]) => ({
          name,
          data: [...data],
          type: data.some((cell) => typeof cell === 'string')
            ? ('STRING' as const)
            : data.some((cell) => typeof cell === 'boolean')
              ? ('BOOLEAN' as const)
              : ('DOUBLE' as const),
        })),
      })
    ),
};
const FORMATS = Object.keys(WRITERS);

let files = 0;
async function count(
  format: string,
  table: Table,
  expr: string,
  features: FeatureSpec[] = []
): Promise<readonly number[] | string> {
  const path = `${files++}.${format}`;
  writeFileSync(join(folder, path), WRITERS[format](table));
  const source = new FileSource({ type: 'file', folder });
  const rules = [{ name: 'rule', expr, node: parseRule(expr) }];
  const { cells, refused } = await source.countRules(
    { selection: { path, features }, rules, windows: [null], segmentBy: [] },
    {}
  );
  const [cell] = cells;
  return refused.get('rule') ?? [cell.total - cell.broken - cell.unknown, cell.broken, cell.unknown];
}

interface Reference {
  readonly table: Table;
  readonly rules: ReadonlyArray<{ readonly expr: string; readonly counts: readonly number[] }>;
}

test.each(FORMATS)('240 random rules over %s say of each row what SQLite says', async (format) => {
  const { table, rules: all } = JSON.parse(readFileSync('tests/fixtures/rules/rules.json', 'utf8')) as Reference;
  writeFileSync(join(folder, `reference.${format}`), WRITERS[format](table));
  const source = new FileSource({ type: 'file', folder });
  const rules = all.map(({ expr }) => ({ name: expr, expr, node: parseRule(expr) }));
  const selection = { path: `reference.${format}` };
  const { cells, refused } = await source.countRules({ selection, rules, windows: [null], segmentBy: [] }, {});
  expect([...refused]).toEqual([]);
  expect(cells.map(({ rule, total, broken, unknown }) => [rule, [total - broken - unknown, broken, unknown]])).toEqual(
    all.map(({ expr, counts }) => [expr, counts])
  );
});

describe.each(FORMATS)('over %s', (format) => {
  it.each<[string, Table, string, number[]]>([
    [
      'sums are equal but for rounding',
      { a: [0.1, 1.1, 0.3], b: [0.2, 2.2, 0.1], c: [0.3, 3.3, 0.5] },
      'a + b == c',
      [2, 1, 0],
    ],
    ['so are products that must not be larger', { q: [3, 3], p: [0.1, 0.1], c: [0.3, 0.29] }, 'q * p <= c', [1, 1, 0]],
    [
      'values that are no results are compared as they are',
      { a: [0.3], b: [0.30000000000000004] },
      'a == b',
      [0, 1, 0],
    ],
    ['a product that overflows is larger than every number', { a: [1e200, 2], c: [5, 4] }, 'a * a == c', [1, 1, 0]],
    ['a sign before a sign', { a: [5, -5] }, 'a == --5', [1, 1, 0]],
    [
      'spans are equal but for rounding',
      {
        a: ['2024-06-30T10:00:00.100100Z', '2024-06-30T10:00:00.100100Z'],
        b: ['2024-06-30T10:00:00.300200Z', '2024-06-30T10:00:00.300300Z'],
      },
      'b - a <= 0.2001',
      [1, 1, 0],
    ],
    ['a division by nothing is unknown', { a: [1, 1], b: [0, 2] }, 'a / b < 1', [1, 0, 1]],
    ['a day is all of it', { d: ['2024-06-30T23:59:59Z', '2024-07-01T00:00:00Z'] }, 'd <= "2024-06-30"', [1, 1, 0]],
    ['after a day is after its end', { d: ['2024-06-30T00:00:01Z', '2024-07-01'] }, 'd > "2024-06-30"', [1, 1, 0]],
    [
      'a moment is a moment',
      { d: ['2024-06-30T12:00:00+02:00', '2024-06-30T10:00:01Z'] },
      'd <= "2024-06-30T10:00:00Z"',
      [1, 1, 0],
    ],
    [
      'the year 9999 is late',
      { d: ['2024-06-30', '2024-07-01'], e: ['9999-12-31', '2024-06-01'] },
      'd <= e',
      [1, 1, 0],
    ],
    [
      'times differ in seconds',
      { d: ['2024-06-30T10:00:00Z', '2024-06-30'], e: ['2024-06-30T10:01:30Z', '2024-07-01'] },
      'e - d <= 90',
      [1, 1, 0],
    ],
    ['blanks and Unicode forms are one', { a: ['caf\u00e9', 'Oslo '], b: ['cafe\u0301', 'Oslo'] }, 'a == b', [2, 0, 0]],
    ['text is told by case', { s: ['Paid', 'paid'] }, 's == "paid"', [1, 1, 0]],
    ['but not in small letters', { s: ['Paid', 'paid'] }, 'lower(s) == "paid"', [2, 0, 0]],
    ['markers of missing values are missing', { a: ['NA', '5', '?', '7'] }, 'a > 6', [1, 1, 2]],
    ['and so is NaN', { a: ['NaN', '5', '8', '7'] }, 'a is null or a > 6', [3, 1, 0]],
    ['truths are written in many ways', { f: ['yes', 'no', 'yes'] }, 'f == true', [2, 1, 0]],
    ['a column of truths is a condition', { f: [true, false, true], a: [1, 1, 0] }, 'f implies a > 0', [2, 1, 0]],
    ['lengths count characters', { s: ['ab', 'abc', '日本語'] }, 'length(s) == 3', [2, 1, 0]],
    ['nothing in a column is all unknown', { a: [null, null], b: [1, 2] }, 'a < b', [0, 0, 2]],
    ['a name with blanks', { 'unit price': [1, -1] }, '`unit price` > 0', [1, 1, 0]],
    ['epochs are times beside a date', { t: [1719700000, 1719900000] }, 't < "2024-07-01"', [1, 1, 0]],
  ])('%s', async (_, table, expr, counts) => {
    expect(await count(format, table, expr)).toEqual(counts);
  });

  it.each<[string, Table, string, string]>([
    ['an unknown column', { amount: [1], b: [2] }, 'b > 0 and amuont > 0', 'at character 11 (amuont > 0): '],
    ['a name of a prototype', { a: [1] }, 'a > 0 or constructor > 0', 'has no column "constructor"'],
    [
      'text against a number',
      { s: ['paid', 'open'] },
      's > 5',
      'at character 5 (5): "s" holds texts such as "paid", and 5 is a number',
    ],
    ['a number against text', { a: [1, 2] }, 'a == "paid"', '"a" holds numbers, and "paid" is a text'],
    ['an order of texts', { s: ['a', 'b'] }, 's < "b"', 'texts have no order here'],
    [
      'a time against what is none',
      { d: ['2024-01-01'] },
      'd < "2024-13-01"',
      '"d" holds times, and "2024-13-01" is a text',
    ],
    ['null by ==', { a: [1] }, 'a == null', 'nothing equals null'],
    ['a number as a condition', { a: [2], b: [3] }, 'a and b > 1', '"a" holds numbers, and a condition belongs here'],
    ['comparisons in a row', { a: [2] }, '1 < a < 3', 'this is a condition'],
    [
      'arithmetic with texts',
      { s: ['x'] },
      's * 2 > 1',
      '"s" holds texts such as "x", and this calculates with numbers',
    ],
  ])('refuses %s', async (_, table, expr, reason) => {
    expect(await count(format, table, expr)).toContain(reason);
  });

  it('takes codes for texts, and says so', async () => {
    const table = { zip: ['02134', '84500', '00001'] };
    expect(await count(format, table, 'zip in ("02134", "84500")')).toEqual([2, 1, 0]);
    expect(await count(format, table, 'zip == 2134')).toContain('"zip" holds codes such as "02134"');
  });

  it('goes by the type and the field that a feature gives', async () => {
    const table = { status: [1, 2, 3] };
    expect(await count(format, table, 'status == "2"', [{ name: 'status', type: 'categorical' }])).toEqual([1, 2, 0]);
    expect(await count(format, table, 's > 1', [{ name: 's', field: 'status' }])).toEqual([2, 1, 0]);
  });
});

test('integers of 64 bits stay what they are', async () => {
  const path = 'long.ndjson';
  const rows = [
    '{"a":1745900000000000001,"b":1745900000000000002}',
    '{"a":1745900000000000003,"b":1745900000000000003}',
  ];
  writeFileSync(join(folder, path), rows.join('\n'));
  const source = new FileSource({ type: 'file', folder });
  const ask = async (expr: string) => {
    const rules = [{ name: 'rule', expr, node: parseRule(expr) }];
    const { cells } = await source.countRules({ selection: { path }, rules, windows: [null], segmentBy: [] }, {});
    return [cells[0].broken, cells[0].unknown];
  };
  expect(await ask('a == b')).toEqual([1, 0]);
  expect(await ask('a < b')).toEqual([1, 0]);
  expect(await ask('a >= 1745900000000000002')).toEqual([1, 0]);
  // A number would round them, and the sum with them.
  expect(await ask('a + 1 <= b')).toEqual([0, 2]);
});

test('counts by window and segment, and names the first row that breaks a rule', async () => {
  const rows = Array.from({ length: 48 }, (_, i) => ({
    time: new Date(Date.UTC(2024, 0, 1, i)).toISOString(),
    region: i % 2 ? 'eu' : 'us',
    a: i === 31 ? -1 : i === 33 ? null : 1,
  }));
  writeFileSync(join(folder, 'time.ndjson'), rows.map((row) => JSON.stringify(row)).join('\n'));
  const source = new FileSource({ type: 'file', folder });
  const day = (n: number) => ({ from: Date.UTC(2024, 0, n), to: Date.UTC(2024, 0, n + 1) });
  const { cells } = await source.countRules(
    {
      selection: { path: 'time.ndjson', timeField: 'time' },
      rules: [{ name: 'rule', expr: 'a > 0', node: parseRule('a > 0') }],
      windows: [day(1), day(2)],
      segmentBy: ['region'],
    },
    {}
  );
  const counts = { rule: 'rule', total: 12, broken: 0, unknown: 0 };
  expect(cells).toEqual([
    { ...counts, window: 0, segment: { region: 'us' } },
    { ...counts, window: 0, segment: { region: 'eu' } },
    { ...counts, window: 1, segment: { region: 'us' } },
    { ...counts, window: 1, segment: { region: 'eu' }, broken: 1, unknown: 1, firstBroken: 32 },
  ]);
});
