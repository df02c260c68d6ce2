/** @jest-environment node */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Selection } from '../../query/selection';
import type { TimeRange } from '../../query/time';
import type { TypedFeature } from '../Source';
import { SourceError } from '../SourceError';
import { FileSource } from './FileSource';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'modelwatch-source-')));
const folder = join(root, 'data');
mkdirSync(join(folder, 'inside'), { recursive: true });
mkdirSync(join(root, 'data-beside'));
const source = new FileSource({ type: 'file', folder });
afterAll(() => rmSync(root, { recursive: true }));

const put = (path: string, text: string) => writeFileSync(join(root, path), text);
put('secret.csv', 'x\n1\n');
put('data-beside/secret.csv', 'x\n1\n');
put('data/inside/a.csv', 'x\n1\n');
put('data/notes.txt', 'x\n1\n');
symlinkSync(join(root, 'secret.csv'), join(folder, 'link.csv'));
symlinkSync(root, join(folder, 'up'));
symlinkSync(join(folder, 'inside', 'a.csv'), join(folder, 'friendly.csv'));

const HOUR = 3_600_000;
const START = Date.UTC(2013, 0, 1);
const log = Array.from({ length: 100 }, (_, i) => ({
  time: new Date(START + i * HOUR).toISOString(),
  x: i,
  version: i < 50 ? '1' : '2',
  carrier: ['UA', 'AA', 'B6'][i % 3],
}));
put('data/log.ndjson', log.map((row) => JSON.stringify(row)).join('\n'));
put(
  'data/log.csv',
  `time,x,version,carrier\n${log.map(({ time, x, version, carrier }) => `${time},${x},${version},${carrier}`).join('\n')}\n`
);
writeFileSync(
  join(folder, 'log.parquet'),
  new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: 'time', data: log.map(({ time }) => new Date(time)), type: 'TIMESTAMP' },
        { name: 'x', data: log.map(({ x }) => x), type: 'INT32' },
        { name: 'version', data: log.map(({ version }) => version), type: 'STRING' },
        { name: 'carrier', data: log.map(({ carrier }) => carrier), type: 'STRING' },
      ],
      rowGroupSize: 10,
    })
  )
);

const X: TypedFeature = { name: 'x', type: 'numeric' };

async function distributions(
  selection: Selection,
  windows: ReadonlyArray<TimeRange | null> = [null],
  segmentBy: readonly string[] = [],
  features = [X]
) {
  const plan = source.plan({ selection, features, windows, segmentBy });
  return (await plan.execute({})).cells;
}

async function numbers(
  selection: Selection,
  windows: ReadonlyArray<TimeRange | null> = [null],
  segmentBy: readonly string[] = []
) {
  const cells = await distributions(selection, windows, segmentBy);
  return cells.map(({ window, segment, distribution }) => ({
    window,
    segment,
    values: distribution.kind === 'samples' ? Array.from(distribution.sorted) : [],
  }));
}

describe('paths', () => {
  test.each([['inside/a.csv'], ['friendly.csv'], ['./inside/../inside/a.csv']])('%s is read', async (path) => {
    await expect(source.fieldNames({ path }, {})).resolves.toEqual(['x']);
  });

  test.each([
    ['../secret.csv', 400, 'lies outside'],
    ['../data-beside/secret.csv', 400, 'lies outside'],
    [join(root, 'secret.csv'), 400, 'lies outside'],
    ['link.csv', 400, 'lies outside'],
    ['up/secret.csv', 400, 'lies outside'],
    ['inside/a.csv\0.csv', 400, 'lies outside'],
    ['notes.txt', 400, 'files of the kind ".txt" are not read'],
    ['none', 400, 'files without an extension'],
    ['none.csv', 404, 'none.csv not found'],
    ['inside/a.csv/b.csv', 404, 'not found'],
  ])('%j is refused', async (path, status, message) => {
    const error = await source.fieldNames({ path }, {}).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SourceError);
    expect((error as SourceError).message).toContain(message);
    expect((error as SourceError).options.status).toBe(status);
  });
});

describe.each(['log.csv', 'log.ndjson', 'log.parquet'])('%s', (path) => {
  const timed = { path, timeField: 'time' };

  test('windows hold their start and not their end', async () => {
    const windows = [
      { from: START + 20 * HOUR, to: START + 23 * HOUR },
      { from: START, to: START + 2 * HOUR },
      { from: START + 22 * HOUR, to: START + 24 * HOUR },
      { from: START - 9 * HOUR, to: START },
    ];
    expect(await numbers(timed, windows)).toEqual([
      { window: 0, segment: {}, values: [20, 21, 22] },
      { window: 1, segment: {}, values: [0, 1] },
      { window: 2, segment: {}, values: [22, 23] },
    ]);
  });

  test('segments are told apart by all their columns', async () => {
    const cells = await numbers(timed, [{ from: START + 48 * HOUR, to: START + 53 * HOUR }], ['version', 'carrier']);
    expect([...cells].sort((a, b) => order(a) - order(b))).toEqual(
      [
        { window: 0, segment: { version: '1', carrier: 'UA' }, values: [48] },
        { window: 0, segment: { version: '1', carrier: 'AA' }, values: [49] },
        { window: 0, segment: { version: '2', carrier: 'AA' }, values: [52] },
        { window: 0, segment: { version: '2', carrier: 'B6' }, values: [50] },
        { window: 0, segment: { version: '2', carrier: 'UA' }, values: [51] },
      ].sort((a, b) => order(a) - order(b))
    );
  });

  test.each([
    ['version:2 AND carrier:UA', 17],
    ['NOT version:2 AND -carrier:"UA"', 33],
    ['x:3', 1],
    ['carrier:*', 100],
    ['carrier:XX', 0],
    ['*', 100],
  ])('%s keeps %i rows', async (query, rows) => {
    const cells = await numbers({ path, query });
    expect(cells.reduce((sum, { values }) => sum + values.length, 0)).toBe(rows);
  });

  test('time bounds', async () => {
    await expect(source.timeBounds(timed, {})).resolves.toEqual({ from: START, to: START + 99 * HOUR });
  });

  test('types are found out from the rows in the range alone', async () => {
    const range = { from: START, to: START + 50 * HOUR };
    const fields = await source.describe(timed, { range });
    expect(fields.map(({ name, type }) => [name, type])).toEqual([
      ['time', 'time'],
      ['x', 'numeric'],
      ['version', 'categorical'],
      ['carrier', 'categorical'],
    ]);
    expect(fields[2].evidence).toContain('1 different');
  });

  test.each([
    [{ path, features: [{ name: 'carier' }] }, `${path} has no column "carier". Did you mean carrier?`],
    [{ path, features: [{ name: 'qqqqqq' }] }, `${path} has no column "qqqqqq". It has time, x, version, carrier.`],
    [{ path, query: 'carrierr:UA' }, 'has no column "carrierr"'],
    [{ path, query: 'a:1 OR b:2' }, 'cannot be read at "OR b:2"'],
    [{ path, query: 'a:1 AND' }, 'cannot be read at its end'],
  ])('%j says what is wrong', async (selection, message) => {
    await expect(source.describe(selection, {})).rejects.toThrow(message);
  });

  test('an unknown time column is named', async () => {
    await expect(source.timeBounds({ path, timeField: 'when' }, {})).rejects.toThrow(`${path} has no column "when"`);
  });

  test('text where numbers are expected leaves the feature without values and names the place', async () => {
    const features: TypedFeature[] = [{ name: 'c', field: 'carrier', type: 'numeric' }];
    const windows = [{ from: START + 30 * HOUR, to: START + 40 * HOUR }];
    const [{ unreadable }] = await distributions(timed, windows, [], features);
    expect(unreadable).toMatch(`${path}, column "carrier", row 31: "UA" is not a number`);
  });
});

const order = ({ segment }: { segment: Readonly<Record<string, string>> }) =>
  Number(segment.version) * 10 + ['UA', 'AA', 'B6'].indexOf(segment.carrier);

test('times: seconds, milliseconds, text without a zone; rows without a time are left out and said so', async () => {
  for (const cell of ['1357002000', '1357002000000', '2013-01-01 01:00', '2013-01-01T02:00:00+01:00']) {
    put('data/times.csv', `t,x\n${cell},1\n,2\n`);
    const windows = [{ from: START + HOUR, to: START + HOUR + 1 }];
    const plan = source.plan({
      selection: { path: 'times.csv', timeField: 't' },
      features: [X],
      windows,
      segmentBy: [],
    });
    const { cells, notices } = await plan.execute({});
    expect(cells[0].distribution.counts.total).toBe(1);
    expect(notices).toEqual(['1 rows of times.csv have no time and are left out.']);
    rmSync(join(folder, 'times.csv'));
  }
});

test('a cell that is not a time is an error that names the place', async () => {
  put('data/badtime.csv', 't,x\n2013-01-01,1\nsoon,2\n');
  await expect(source.timeBounds({ path: 'badtime.csv', timeField: 't' }, {})).rejects.toThrow(
    'badtime.csv, column "t", row 2: "soon" is not a time'
  );
});

test('a file written anew is read anew', async () => {
  put('data/fresh.csv', 'x\n1\n');
  expect(await numbers({ path: 'fresh.csv' })).toMatchObject([{ values: [1] }]);
  put('data/fresh.csv', 'x\n2\n');
  utimesSync(join(folder, 'fresh.csv'), new Date(), new Date(Date.now() + 5000));
  expect(await numbers({ path: 'fresh.csv' })).toMatchObject([{ values: [2] }]);
});

test('a column of many numbers is still there as text when it is asked for', async () => {
  const rows = Array.from({ length: 6000 }, (_, i) => `${i}.50`);
  put('data/many.csv', `x\n${rows.join('\n')}\noops\n`);
  const [{ unreadable }] = await distributions({ path: 'many.csv' });
  expect(unreadable).toMatch('many.csv, column "x", row 6001: "oops" is not a number');
  const [cell] = await distributions({ path: 'many.csv' }, [null], [], [{ name: 'x', type: 'categorical' }]);
  expect(cell.distribution.kind === 'categories' && cell.distribution.byCategory.get('17.50')).toBe(1);
  expect(cell.distribution.kind === 'categories' && cell.distribution.byCategory.get('oops')).toBe(1);
});

test('truth is the same however it is written', async () => {
  put('data/truth.csv', 'a,b\n1,yes\n0,No\n1,\n');
  const features: TypedFeature[] = [
    { name: 'a', type: 'boolean' },
    { name: 'b', type: 'boolean' },
  ];
  const cells = await distributions({ path: 'truth.csv' }, [null], [], features);
  expect(cells.map(({ distribution }) => distribution.kind === 'categories' && distribution.byCategory)).toEqual([
    new Map([
      ['true', 2],
      ['false', 1],
    ]),
    new Map([
      ['true', 1],
      ['false', 1],
    ]),
  ]);
});

test('too many segments are refused', async () => {
  put('data/ids.csv', `id,x\n${Array.from({ length: 501 }, (_, i) => `${i},1`).join('\n')}\n`);
  await expect(numbers({ path: 'ids.csv' }, [null], ['id'])).rejects.toThrow('more than 500 segments by "id"');
});

test('the check of a connection says what is wrong', async () => {
  await expect(source.check()).resolves.toMatchObject({ ok: true });
  await expect(new FileSource({ type: 'file', folder: join(root, 'none') }).check()).resolves.toEqual({
    ok: false,
    message: 'Folder of the connection not found. Create it, or enter another folder.',
  });
  await expect(new FileSource({ type: 'file', folder: join(root, 'secret.csv') }).check()).resolves.toMatchObject({
    ok: false,
    message: expect.stringContaining('is a file. Enter the folder'),
  });
});

test('a request that was given up stops', async () => {
  const plan = source.plan({ selection: { path: 'log.parquet' }, features: [X], windows: [null], segmentBy: [] });
  await expect(plan.execute({ signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
});
