import { symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { CATEGORICAL_TESTS, NUMERIC_TESTS } from '../../src/query/testNames';
import { modelwatch, resultsOf, type ResultRow } from './modelwatch';
import { choice, normal, rowsOf, sampleFolder, type Table } from './samples';

const { put, csv } = sampleFolder();
const N = 400;
const table = (mean: number, kinds: string, seed: number): Table => ({
  same: normal(N, 0, seed),
  moved: normal(N, mean, seed + 1),
  kind: choice(N, kinds, seed + 2),
});
const before = csv('before.csv', table(0, 'ab', 1));
const after = csv('after.csv', table(2, 'abbb', 10));

const COLUMNS = [
  'feature',
  'type',
  'verdict',
  'severity',
  'reason',
  'test',
  'statistic',
  'statistic_low',
  'statistic_high',
  'p_value',
  'p_value_low',
  'p_value_high',
  'p_adjusted',
  'effect',
  'effect_size',
  'effect_expected',
  'threshold',
  'n_baseline',
  'n_current',
  'smallest_detectable',
  'deciding',
  'method',
];
const NUMBERS = [
  'statistic',
  'statistic_low',
  'statistic_high',
  'p_value',
  'p_adjusted',
  'effect_size',
  'effect_expected',
  'smallest_detectable',
];
const compare = (baseline: string, current: string, ...more: string[]) =>
  resultsOf('drift', '--baseline', baseline, '--current', current, ...more);
const verdicts = (rows: readonly ResultRow[]) =>
  Object.fromEntries(rows.map(({ feature, verdict }) => [feature, verdict]));

test('answers with the frame’s columns, one verdict and one deciding test a feature', async () => {
  const rows = await compare(before, after);
  for (const row of rows) {
    expect(Object.keys(row)).toEqual(COLUMNS);
  }
  for (const feature of ['same', 'moved', 'kind']) {
    const own = rows.filter((row) => row.feature === feature);
    expect(own.filter(({ deciding }) => deciding)).toHaveLength(1);
    for (const key of [
      'type',
      'verdict',
      'severity',
      'reason',
      'effect',
      'effect_size',
      'effect_expected',
      'threshold',
    ]) {
      expect(new Set(own.map((row) => row[key])).size).toBe(1);
    }
  }
  expect(verdicts(rows)).toEqual({
    moved: 'drift',
    kind: 'drift',
    same: expect.stringMatching(/^(no_drift|insufficient_data)$/),
  });
  expect(rows.map(({ feature }) => feature)[0]).toBe('moved');
});

test('the object names the baseline, the question and what else should be known', async () => {
  const { stdout } = await modelwatch(['drift', '--baseline', before, '--current', after, '--format', 'json']);
  expect(JSON.parse(stdout)).toMatchObject({
    baseline: { kind: 'selection', description: 'all of before.csv', facts: { rows: N } },
    query_hash: expect.stringMatching(/^[0-9a-f]{16}$/),
    notices: [],
  });
});

test('a file does not drift from itself, and the same question has the same answer', async () => {
  const rows = await compare(before, before);
  expect(rows.every(({ verdict }) => verdict !== 'drift' && verdict !== 'warning')).toBe(true);
  expect(await compare(before, after)).toEqual(await compare(before, after));
});

test.each([
  ['moved', NUMERIC_TESTS],
  ['kind', CATEGORICAL_TESTS],
])('%s: one element for each test that is asked for', async (feature, tests) => {
  const rows = await compare(before, after, '--features', feature, '--tests', tests.join(','));
  expect(rows.map(({ test }) => test).sort()).toEqual([...tests].sort());
  const decider = tests.find((name) => rows.find(({ test }) => test === name)?.p_value !== null);
  expect(rows.find(({ deciding }) => deciding)?.test).toBe(decider);
});

test('every format gives the same answer', async () => {
  const answer = await compare(before, after);
  const data = table(2, 'abbb', 10);
  const rows = rowsOf(data);
  const columnData = [
    { name: 'same', data: Float64Array.from(data.same as number[]), type: 'DOUBLE' as const },
    { name: 'moved', data: Float64Array.from(data.moved as number[]), type: 'DOUBLE' as const },
    { name: 'kind', data: data.kind as string[], type: 'STRING' as const },
  ];
  const files = [
    put('after.ndjson', rows.map((row) => JSON.stringify(row)).join('\n')),
    put('after.jsonl', rows.map((row) => JSON.stringify(row)).join('\n')),
    put('rows.json', JSON.stringify(rows)),
    put('columns.json', JSON.stringify(data)),
    put('after.parquet', new Uint8Array(parquetWriteBuffer({ columnData }))),
  ];
  for (const file of files) {
    expect(await compare(before, file)).toEqual(answer);
  }
});

test('a whole number is the same category with and without a fraction of nothing', async () => {
  const codes = Array.from({ length: N }, (_, i) => (i % 4) + 1);
  const flags = codes.map((code) => code % 2);
  const whole = csv('whole.csv', { code: codes, flag: flags });
  const tail = csv('fractions.csv', {
    code: codes.map((code) => code.toFixed(1)),
    flag: flags.map((flag) => flag.toFixed(1)),
  });
  for (const rows of [await compare(whole, tail), await compare(tail, whole)]) {
    expect(rows.filter(({ deciding }) => deciding)).toMatchObject([
      { type: 'categorical', verdict: 'no_drift', effect_size: 0 },
      { type: 'boolean', verdict: 'no_drift', effect_size: 0 },
    ]);
  }
});

test('--fail-on drift gives status 1 where there is drift, and 0 where there is none', async () => {
  const failOn = (current: string) =>
    modelwatch(['drift', '--baseline', before, '--current', current, '--fail-on', 'drift']);
  expect((await failOn(after)).status).toBe(1);
  expect((await failOn(before)).status).toBe(0);
});

test('a table for people names what drifted, against what and why', async () => {
  const { status, stdout, stderr } = await modelwatch(['drift', '--baseline', before, '--current', after]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^2 of 3 drifted, compared with all of before\.csv\.\n\nfeature {2}type/);
  expect(stdout).toMatch(/^moved +numeric +drift +ks/m);
  expect(stdout).toMatch(/^moved: .*standard deviations/m);
});

test('NaN, infinite and missing cells and constants break nothing, and no number pretends', async () => {
  const odd = csv('odd.csv', {
    same: Array.from({ length: N }, (_, i) => ['NaN', 'Infinity', '-Infinity', ''][i % 4]),
    moved: Array.from({ length: N }, () => 1),
    kind: Array.from({ length: N }, () => ''),
  });
  for (const rows of [await compare(before, odd), await compare(odd, before), await compare(odd, odd)]) {
    for (const row of rows) {
      NUMBERS.forEach((key) => expect(row[key] === null || Number.isFinite(row[key])).toBe(true));
    }
  }
});

test('three rows are insufficient data, without a severity', async () => {
  const small = csv('small.csv', { same: [1, 2, 3], moved: [1, 2, 3], kind: ['a', 'b', 'c'] });
  for (const row of await compare(before, small)) {
    expect(row).toMatchObject({ verdict: 'insufficient_data', severity: null });
  }
});

test('types can be set, and without --features the others are still found out', async () => {
  const codes = (seed: number) =>
    csv(`codes${seed}.csv`, { code: choice(N, '0123456789', seed), x: normal(N, 0, seed) });
  const rows = await compare(codes(1), codes(2), '--types', 'code=numeric');
  expect(rows.find(({ feature }) => feature === 'code')).toMatchObject({ type: 'numeric' });
  const found = await compare(codes(1), codes(2));
  expect(found.find(({ feature }) => feature === 'code')).toMatchObject({ type: 'categorical' });
});

test('names that mean something to JavaScript are names like any other', async () => {
  const odd = (seed: number) =>
    put(
      `names${seed}.json`,
      JSON.stringify(
        rowsOf({
          constructor: normal(N, 0, seed),
          kind: choice(N, 'ab', seed).map((k) => (k === 'a' ? '__proto__' : 'ü')),
        })
      ).replaceAll('"kind"', '"__proto__"')
    );
  const rows = await compare(odd(1), odd(2));
  expect([...new Set(rows.map(({ feature }) => feature))].sort()).toEqual(['__proto__', 'constructor']);
});

test('a link to a file is followed, wherever it leads', async () => {
  const real = put('real.csv', 'x\n1\n2\n');
  const link = join(dirname(real), 'link.csv');
  symlinkSync(real, link);
  expect(await compare(link, link)).toHaveLength((await compare(real, real)).length);
});

describe('bad input: status 2 and one clear line', () => {
  const bad: Array<[string, string[], string]> = [
    ['a file that is not there', ['--current', join(dirname(before), 'none.csv')], 'none.csv not found'],
    ['an empty file', ['--current', put('empty.csv', '')], 'empty.csv is empty'],
    ['a header alone', ['--current', put('header.csv', 'same,moved,kind\n')], 'header.csv has no rows'],
    ['an unknown column', ['--current', after, '--features', 'movd'], 'has no column "movd". Did you mean moved?'],
    ['an unknown test', ['--current', after, '--tests', 'kss'], 'there is no "kss"'],
    ['an unknown type', ['--current', after, '--types', 'same=number'], 'there is no "number"'],
    ['an unknown correction', ['--current', after, '--correction', 'sidak'], 'there is no "sidak"'],
    ['alpha out of range', ['--current', after, '--alpha', '5'], '"5" is not a number between 0 and 1'],
    ['a type for a column that is not there', ['--current', after, '--types', 'nope=numeric'], '"nope"'],
    [
      'a damaged Parquet file',
      ['--current', put('bad.parquet', 'PAR1 not really')],
      'bad.parquet is not a readable Parquet file',
    ],
    ['damaged JSON', ['--current', put('bad.json', '{"x": [1,')], 'bad.json is not valid JSON'],
    [
      'text where numbers are expected',
      ['--current', put('text.csv', 'same,moved,kind\n1,2,a\n1,oops,b\n'), '--features', 'moved'],
      'text.csv, column "moved", row 2: "oops" is not a number',
    ],
    ['no column in common', ['--current', put('other.csv', 'y\n1\n')], 'no column in common'],
    ['another kind of file', ['--current', put('notes.xlsx', 'x')], 'files of the kind ".xlsx" are not read'],
    ['an unknown option', ['--current', after, '--color', 'red'], "'--color'"],
    ['an option without its value', ['--current'], "'--current"],
    ['a word too many', ['--current', after, 'more'], '"more" belongs to no option'],
    ['another --fail-on', ['--current', after, '--fail-on', 'rain'], 'there is no "rain"'],
  ];

  test.each(bad)('%s', async (_, args, message) => {
    const { status, stdout, stderr } = await modelwatch(['drift', '--baseline', before, ...args]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^modelwatch: [^\n]+\n$/);
  });

  test('no arguments', async () => {
    const { status, stderr } = await modelwatch(['drift']);
    expect(status).toBe(2);
    expect(stderr).toContain('--baseline is missing');
  });
});
