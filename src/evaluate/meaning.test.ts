/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { makeProfile } from '../baseline/profile/makeProfile';
import { parseQuery } from '../query/parseQuery';
import { FileSource } from '../sources/file/FileSource';
import { evaluate } from './evaluate';
import { noticeText, type Result } from './Result';

/** What a cell means, in every format and kind of query: kind × format × query. */

const folder = mkdtempSync(join(tmpdir(), 'modelwatch-meaning-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HOUR = 3_600_000;
const START = Date.UTC(2025, 0, 1);
const ROWS = 1000;

type Rows = ReadonlyArray<Readonly<Record<string, string>>>;

const delimited = (rows: Rows, delimiter: string) =>
  [Object.keys(rows[0]), ...rows.map((row) => Object.values(row))]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
    .join('\r\n');
const lines = (rows: Rows) => rows.map((row) => JSON.stringify(row)).join('\n');

const WRITERS: Readonly<Record<string, (rows: Rows) => string | Uint8Array>> = {
  csv: (rows) => delimited(rows, ','),
  tsv: (rows) => delimited(rows, '\t'),
  'csv.gz': (rows) => gzipSync(delimited(rows, ';')),
  ndjson: lines,
  'ndjson.gz': (rows) => gzipSync(lines(rows)),
  json: (rows) => JSON.stringify({ data: rows, total: rows.length }),
  parquet: (rows) =>
    Buffer.from(
      parquetWriteBuffer({
        columnData: Object.keys(rows[0]).map((name) => ({ name, data: rows.map((row) => row[name]), type: 'STRING' })),
      })
    ),
};

/** Repeats itself on each side, so that nothing but what is put in differs. */
const noise = (i: number) => ((i * 7919) % 997) / 10;
const rowsOf = (cells: (i: number) => Record<string, string>) =>
  Array.from({ length: ROWS }, (_, i) => ({ time: new Date(START + i * HOUR).toISOString(), ...cells(i) }));

const before = rowsOf((i) => ({
  age: i % 10 === 3 ? 'NA' : String(noise(i)),
  zip: i % 5 === 0 ? '02134' : '84500',
  flag: i % 20 === 7 ? '?' : i % 2 ? 'true' : 'false',
  version: i % 2 ? '1' : '2',
  city: i % 3 ? 'caf\u00e9' : 'Oslo',
  country: i % 3 ? 'NA' : 'NO',
  rate: `${noise(i)}%`,
}));
const after = rowsOf((i) => ({
  age: i % 10 === 3 ? 'N/A' : String(noise(i) + 20),
  zip: i % 5 === 0 ? '2134' : '84500',
  flag: i % 20 === 7 ? '' : i % 2 ? 'True' : 'FALSE',
  version: i % 2 ? '1.0' : ' 2.0 ',
  city: i % 3 ? 'cafe\u0301' : 'Oslo ',
  country: i % 3 ? 'NA' : 'NO',
  rate: `${noise(i) + 20}%`,
}));
for (const [extension, write] of Object.entries(WRITERS)) {
  writeFileSync(join(folder, `before.${extension}`), write(before));
  writeFileSync(join(folder, `after.${extension}`), write(after));
}

async function ask<Kind extends Result['kind']>(
  query: Readonly<Record<string, unknown>> & { readonly kind: Kind },
  more: object = {}
): Promise<Extract<Result, { kind: Kind }>> {
  const connections = { files: { type: 'file' as const, folder, ...more } };
  const range = { from: START, to: START + ROWS * HOUR };
  const result = await evaluate(parseQuery(query), { range, now: Date.now(), connections });
  return result as Extract<Result, { kind: Kind }>;
}

const current = (extension: string, more: object = {}) => ({ path: `after.${extension}`, timeField: 'time', ...more });
const baseline = (extension: string) => ({ kind: 'selection', path: `before.${extension}` });

describe.each(Object.keys(WRITERS))('%s', (extension) => {
  test('drift: markers, codes, truths, spellings and numbers in another writing', async () => {
    const { verdicts, notices } = await ask({
      kind: 'drift',
      current: current(extension),
      baseline: baseline(extension),
    });
    const found = Object.fromEntries(
      verdicts.map(({ comparison, verdict }) => [comparison.feature, [comparison.type, verdict]])
    );
    expect(found).toEqual({
      age: ['numeric', 'drift'],
      zip: ['categorical', 'drift'],
      flag: ['boolean', 'no_drift'],
      version: ['categorical', 'no_drift'],
      city: ['categorical', 'no_drift'],
      country: ['categorical', 'no_drift'],
      rate: ['categorical', 'undefined'],
    });
    const age = verdicts.find(({ comparison }) => comparison.feature === 'age');
    expect(age?.comparison.current.counts).toMatchObject({ total: ROWS, missing: 100, mistyped: 0 });
    const said = notices.map(noticeText).join('\n');
    expect(said).toContain(`before.${extension}: 10% "NA" read as missing in age; 5% "?" read as missing in flag`);
    expect(said).toContain(`after.${extension}: 10% "N/A" read as missing in age`);
    expect(verdicts.find(({ comparison }) => comparison.feature === 'rate')?.reason.facts.undefined_reason).toContain(
      '{percent: true}'
    );
  });

  test('drift: numbers in the forms that the feature, or the connection, says', async () => {
    for (const [features, more] of [
      [[{ name: 'rate', numbers: { percent: true } }], {}],
      [[{ name: 'rate' }], { numbers: { percent: true } }],
    ]) {
      const { verdicts } = await ask(
        { kind: 'drift', current: current(extension, { features }), baseline: baseline(extension) },
        more
      );
      expect(verdicts.map(({ comparison, verdict }) => [comparison.type, verdict])).toEqual([['numeric', 'drift']]);
      expect(verdicts[0].reason.facts.median_baseline).toBeCloseTo(49.8, 0);
    }
  });

  test('drift: no marker where the list is empty, and others where they are listed', async () => {
    const types = async (missing: unknown[]) => {
      const features = [
        { name: 'age', type: 'numeric', missing },
        { name: 'country', missing: ['no'] },
      ];
      const { verdicts } = await ask({
        kind: 'drift',
        current: current(extension, { features }),
        baseline: baseline(extension),
      });
      return Object.fromEntries(verdicts.map(({ comparison, verdict }) => [comparison.feature, [verdict, comparison]]));
    };
    expect((await types([])).age[0]).toBe('undefined');
    const { country } = await types(['x']);
    expect(country[1]).toMatchObject({ current: { counts: { missing: 334 } } });
  });

  test('drift by segments that are spelt otherwise on the two sides', async () => {
    const { verdicts } = await ask({
      kind: 'drift',
      current: current(extension, { features: [{ name: 'age' }] }),
      segmentBy: ['version'],
      baseline: baseline(extension),
    });
    expect(verdicts.map(({ comparison, verdict }) => [comparison.segment.version, verdict])).toEqual([
      ['1', 'drift'],
      ['2', 'drift'],
    ]);
  });

  test('quality: missing rates, changed codes and spellings', async () => {
    const { verdicts } = await ask({ kind: 'quality', current: current(extension), baseline: baseline(extension) });
    const codes = new Map(
      verdicts.map(({ comparison, findings }) => [comparison.feature, findings.map(({ code }) => code)])
    );
    expect(codes.get('age')).not.toContain('mistyped');
    expect(codes.get('age')).not.toContain('missing_rate');
    expect(codes.get('flag')).toEqual([]);
    expect(codes.get('version')).toEqual(['spelling_changed']);
    expect(codes.get('city')).toEqual(['spelling_changed']);
    expect(codes.get('zip')?.length).toBeGreaterThan(0);
  });

  test('volume: filters in any spelling, and figures without what is missing', async () => {
    const { verdicts } = await ask({
      kind: 'volume',
      window: '100h',
      current: current(extension),
      measures: [
        { name: 'v2', aggregate: 'count', query: 'version:2' },
        { name: 'cafe', aggregate: 'count', query: 'city:caf\u00e9' },
        { name: 'true', aggregate: 'count', query: 'flag:true' },
        { name: 'ages', aggregate: 'count', field: 'age' },
        { name: 'mean', aggregate: 'avg', field: 'age' },
        { name: 'bad', aggregate: 'avg', field: 'city' },
      ],
      baseline: { kind: 'previous', offset: '100h' },
    });
    const last = (name: string) => verdicts.findLast(({ measure }) => measure === name)?.value;
    expect([last('v2'), last('cafe'), last('true'), last('ages')]).toEqual([50, 66, 45, 90]);
    expect(last('mean')).toBeGreaterThan(60);
    expect(last('bad') ?? null).toBeNull();
  });

  test('versions are one in any spelling', async () => {
    const { traces } = await ask({
      kind: 'versions',
      window: '100h',
      current: current(extension),
      feature: { name: 'version' },
    });
    expect(traces).toHaveLength(1);
  });

  test('profiles keep what the rows say, and are compared as they are', async () => {
    const source = new FileSource({ type: 'file', folder });
    const made = await makeProfile(
      source,
      {
        selection: { path: `before.${extension}` },
        range: null,
        types: new Map(),
        minimumCount: 0,
        labels: {},
        created: '2025-01-01T00:00:00Z',
        version: '0',
        source: { name: 'before' },
      },
      {}
    );
    const columns = new Map(made.columns.map((column) => [column.name, column]));
    expect(columns.get('age')).toMatchObject({
      type: 'numeric',
      distribution: { counts: { missing: 100, mistyped: 0 } },
    });
    expect(columns.get('zip')).toMatchObject({ type: 'categorical' });
    expect(columns.get('rate')).toMatchObject({ misreading: 'percent' });
  });
});

test('only where nothing can be judged the whole query fails, with the reason', async () => {
  writeFileSync(
    join(folder, 'bad_a.csv'),
    ['x,y', ...Array.from({ length: 100 }, (_, i) => `${i / 7},${i % 9}`)].join('\n')
  );
  writeFileSync(
    join(folder, 'bad_b.csv'),
    ['x,y', ...Array.from({ length: 100 }, (_, i) => `${i === 41 ? 'timeout' : i / 7},${i % 9}`)].join('\n')
  );
  const bad = (features: object[]) =>
    ask({
      kind: 'drift',
      current: { path: 'bad_b.csv', features },
      baseline: { kind: 'selection', path: 'bad_a.csv' },
    });
  const { verdicts } = await bad([]);
  expect(verdicts.map(({ comparison, verdict }) => [comparison.feature, verdict])).toEqual([
    ['x', 'undefined'],
    ['y', expect.not.stringMatching('undefined')],
  ]);
  expect(verdicts[0].reason.facts.undefined_reason).toContain(
    'bad_b.csv, column "x", row 42: "timeout" is not a number'
  );
  await expect(bad([{ name: 'x' }])).rejects.toThrow('row 42: "timeout" is not a number');
});
