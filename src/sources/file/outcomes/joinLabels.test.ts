/** @jest-environment node */
import { seededRandom } from '../../../statistics/random/seededRandom';
import { Memory, setMemory } from '../../memory/Memory';
import { memoryLimits } from '../../memory/memoryLimits';
import { noticeText } from '../../Notice';
import {
  type Asked,
  type Cell,
  confusionOf,
  FORMATS,
  outcomesOf,
  source,
  sum,
  type Table,
  write,
  writeAs,
} from './testing/overFiles';

jest.setTimeout(60_000);

const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1);
const at = (day: number) => new Date(START + day * DAY).toISOString();
const byKey = (path: string, others: Asked = {}): Asked => ({
  ...others,
  roles: { label: { field: 'actual', path, key: 'id', ...others.roles?.label }, ...others.roles },
});
const joined = (format: string, predictions: Table, labels: Table, others: Asked = {}) => {
  const path = write(format, labels);
  const label = { field: 'actual', path, key: 'id', ...others.roles?.label };
  return outcomesOf(write(format, predictions), { ...others, roles: { ...others.roles, label } });
};
const labelled = (set: Awaited<ReturnType<typeof outcomesOf>>) => sum(set.cells, ({ outcomes }) => outcomes.labelled);

const random = seededRandom(2, 'joins');
const PREDICTIONS = Array.from({ length: 1500 }, (_, i) => ({
  id: `r-${random.below(20) === 0 ? random.below(1500) : i}`,
  time: at(random.below(100 * 24) / 24),
  prediction: ['a', 'b', 'c'][random.below(3)],
  country: ['no', 'se'][random.below(2)],
}));
const LABELS = Array.from({ length: 1400 }, () => ({
  id: random.below(50) === 0 ? null : `r-${random.below(1700)}`,
  actual: random.below(30) === 0 ? null : ['a', 'b', 'c'][random.below(3)],
  label_time: at(20 + random.below(120 * 24) / 24),
}));
const tableOf = (rows: ReadonlyArray<Record<string, Cell>>): Table =>
  Object.fromEntries(Object.keys(rows[0]).map((name) => [name, rows.map((row) => row[name])]));

describe.each(FORMATS)('over %s', (format) => {
  it('joins unordered files as a loop over the rows does', async () => {
    const asOf = START + 110 * DAY;
    const windows = [
      { from: START, to: START + 50 * DAY },
      { from: START + 50 * DAY, to: START + 90 * DAY },
    ];
    const set = await joined(format, tableOf(PREDICTIONS), tableOf(LABELS), {
      selection: { timeField: 'time' },
      roles: { label: { field: 'actual', timeField: 'label_time' } },
      ...{ windows, asOf, segmentBy: ['country'] },
    });
    const known = LABELS.filter(({ actual, label_time: time }) => actual !== null && Date.parse(time) <= asOf);
    const expected: Record<string, number> = {};
    let repeated = 0;
    let early = 0;
    const revised = new Set<string>();
    windows.forEach(({ from, to }, window) => {
      const inside = PREDICTIONS.filter(({ time }) => from <= Date.parse(time) && Date.parse(time) < to);
      for (const row of inside) {
        const same = inside.filter(({ id }) => id === row.id);
        repeated += Number(same.length > 1);
        const latest = same.reduce((one, other) => (Date.parse(other.time) >= Date.parse(one.time) ? other : one));
        if (latest !== row) {
          continue;
        }
        const own = known.filter(({ id }) => id === row.id);
        if (new Set(own.map(({ actual }) => actual)).size > 1) {
          revised.add(row.id);
        }
        const label = own.reduce<(typeof own)[number] | null>(
          (one, other) => (one === null || Date.parse(other.label_time) >= Date.parse(one.label_time) ? other : one),
          null
        );
        early += Number(label !== null && Date.parse(label.label_time) < Date.parse(row.time));
        const key = `${window} ${row.country} ${label === null ? '?' : label.actual} as ${row.prediction}`;
        expected[key] = (expected[key] ?? 0) + 1;
      }
    });
    const found: Record<string, number> = {};
    for (const cell of set.cells) {
      const counts = { ...confusionOf([cell]) };
      cell.outcomes.unlabelled?.forEach((count, name) => (counts[`? as ${name}`] = count));
      for (const [name, count] of Object.entries(counts)) {
        const key = `${cell.window} ${cell.segment.country} ${name}`;
        found[key] = (found[key] ?? 0) + count;
      }
    }
    expect(found).toEqual(expected);
    const ids = new Set(PREDICTIONS.map(({ id }) => id));
    expect(set.findings).toEqual({
      repeatedKeys: repeated,
      revised: revised.size,
      withoutPrediction: known.filter(({ id }) => !ids.has(id ?? '')).length,
      beforePrediction: early,
    });
  });

  it.each<[string, Cell[], Cell[], number]>([
    ['numbers and texts', [1, 2, 3], ['1', '2.0', ' 3'], 3],
    ['fractions of nothing', ['1.0', '2.0', '3.0'], ['1', '2', '3'], 3],
    ['leading zeros apart', ['007', '08', '9'], ['7', '8', '9'], 1],
    [
      'ids of 64 bits, of which a number rounds the last digits',
      [1_745_900_000_000_000_001n, 1_745_900_000_000_000_002n, 1_745_900_000_000_000_003n],
      ['1745900000000000001', '1745900000000000003', '1745900000000000000'],
      2,
    ],
    ['blanks, markers and NaN for no key', ['', 'NA', 'nan'], ['', 'NA', 'nan'], 0],
    ['Unicode forms', ['caf\u00e9-1', 'b', 'c'], ['cafe\u0301-1', 'b', 'd'], 2],
  ])('takes %s', async (_, ids, labelIds, matches) => {
    const predictions = { id: ids, prediction: ['a', 'b', 'a'] };
    const labels = { id: [...labelIds, 'x'], actual: ['a', 'a', 'b', 'a'] };
    expect(labelled(await joined(format, predictions, labels))).toBe(matches);
  });

  it('counts the last of predictions and labels that have no time', async () => {
    const set = await joined(
      format,
      { id: ['1', '1', '2'], prediction: ['a', 'b', 'a'] },
      { id: ['1', '2', '1', '2'], actual: ['b', 'a', 'a', 'a'] }
    );
    expect(confusionOf(set.cells)).toEqual({ 'a as b': 1, 'a as a': 1 });
    expect(set.findings).toEqual({ repeatedKeys: 2, revised: 1 });
  });

  it('does not repeat a prediction for each of its labels', async () => {
    const ids = Array.from({ length: 100 }, (_, i) => `${i}`);
    const set = await joined(
      format,
      { id: ids, prediction: ids.map(() => 'a') },
      { id: [...ids, ...ids, ...ids], actual: [...ids, ...ids, ...ids].map(() => 'a') }
    );
    expect(sum(set.cells, ({ outcomes }) => outcomes.rows)).toBe(100);
    expect(set.findings).toEqual({});
  });

  it('takes labels of predictions outside of the windows for what they are', async () => {
    const set = await joined(
      format,
      { id: ['1', '2', '3'], time: [at(0), at(10), at(20)], prediction: ['a', 'a', 'b'] },
      { id: ['1', '2', '3', '4'], actual: ['a', 'a', 'a', 'a'] },
      { selection: { timeField: 'time', query: 'prediction:a' }, windows: [{ from: START, to: START + 5 * DAY }] }
    );
    expect(confusionOf(set.cells)).toEqual({ 'a as a': 1 });
    expect(set.findings).toEqual({ withoutPrediction: 1 });
  });

  it('joins forecasts, and says which labels are no numbers', async () => {
    const set = await joined(
      format,
      { id: ['1', '2', '3', '4'], prediction: ['1', '2', '3', '4'] },
      { id: ['4', '3', '2'], actual: ['5', 'unknown', '2.5'] },
      { roles: { task: 'regression' } }
    );
    expect(sum(set.cells, ({ outcomes }) => outcomes.rows)).toBe(3);
    expect(sum(set.cells, ({ outcomes }) => outcomes.errors?.absolute.low ?? 0)).toBe(1.5);
    expect(set.findings).toEqual({ mistyped: { column: 'actual', rows: 1, example: 'unknown' } });
  });

  it('warns where no key is shared, and counts predictions without one as unlabelled', async () => {
    const set = await joined(
      format,
      { id: ['a1', 'a2', null], prediction: ['a', 'b', 'a'] },
      { id: ['1', '2', '3'], actual: ['a', 'b', 'a'] }
    );
    expect(labelled(set)).toBe(0);
    expect(set.findings).toEqual({ withoutPrediction: 3 });
    const texts = set.notices.map(noticeText).join('\n');
    expect(texts).toMatch(
      /No key in "id" of \d+\.\S+ occurs in \d+\.\S+\. Check that both columns hold the same ids\./
    );
    expect(texts).toMatch(/1 prediction has no "id" and counts as unlabelled/);
  });

  it('says once and clearly what is wrong with a file of labels', async () => {
    const predictions = { id: ['1', '2'], prediction: ['a', 'b'] };
    const path = write(format, predictions);
    await expect(outcomesOf(path, byKey('nowhere.csv'))).rejects.toThrow('nowhere.csv not found. Check the path.');
    await expect(outcomesOf(path, byKey(writeAs('empty.csv', '')))).rejects.toThrow(/empty\.csv is empty/);
    await expect(outcomesOf(path, byKey(writeAs('header.csv', 'id,actual\n')))).rejects.toThrow(
      'header.csv has no rows: there are no labels.'
    );
    const without = write(format, { ids: ['1'], actual: ['a'] });
    await expect(outcomesOf(path, byKey(without))).rejects.toThrow(/has no column "id"\. Did you mean ids\?/);
    const blank = write(format, { id: [null, null], actual: ['a', 'b'] });
    await expect(outcomesOf(path, byKey(blank))).rejects.toThrow(/"id" is empty in all rows/);
    const other = write(format, { request: ['1'], prediction: ['a'] });
    await expect(outcomesOf(other, byKey(write(format, { id: ['1'], actual: ['a'] })))).rejects.toThrow(
      /has no column "id"/
    );
  });
});

it('takes keys from files of different formats', async () => {
  const ids = Array.from({ length: 100 }, (_, i) => 1_745_900_000_000_000_001n + BigInt(i));
  const [predictions, labels] = [
    { id: ids, prediction: ids.map((_, i) => (i % 2 ? 'a' : 'b')) },
    { id: ids, actual: ids.map(() => 'a') },
  ];
  const [left, right] = [predictions, labels].map((table) => FORMATS.map((format) => write(format, table)));
  for (const path of left) {
    for (const other of right) {
      expect([path, other, labelled(await outcomesOf(path, byKey(other)))]).toEqual([path, other, 100]);
    }
  }
});

it('refuses keys that a column of decimals has rounded', async () => {
  const path = write('parquet', { id: [1.745_900_000_000_000_2e18, 5], prediction: ['a', 'b'] });
  const labels = write('csv', { id: ['1745900000000000200'], actual: ['a'] });
  await expect(outcomesOf(path, byKey(labels))).rejects.toThrow(/The key "id" holds .* last digits are lost/);
});

it('says what it will read', () => {
  const request = { windows: [null], segmentBy: [], asOf: null, timezone: 'UTC' };
  const roles = {
    ...{ task: 'classification' as const, prediction: 'prediction', scores: [], cuts: [] },
    label: { field: 'actual', timeField: 'seen', path: 'labels.csv', key: 'id' },
  };
  expect(source.planOutcomes({ ...request, roles, selection: { path: 'a.parquet' } }).description).toEqual({
    requests: 2,
    summary:
      'Reads labels from labels.csv, finds the prediction of each in a.parquet by id and counts outcomes by stretch of rows',
    steps: [
      'labels.csv, column actual: the label',
      'labels.csv, column seen: when the label was known',
      'a.parquet, column prediction: the prediction',
      'a.parquet, column id: the key',
      "where both don't fit into memory: column by column, by a temporary file of at most 10,240 MB",
    ],
  });
});

it('says what to do where a query may not take so much memory', async () => {
  setMemory(new Memory({ query: 6_000, process: 1e6 }));
  try {
    const ids = Array.from({ length: 300 }, (_, i) => `${i}`);
    const path = write('csv', { id: ids, prediction: ids.map(() => 'a') });
    const labels = write('csv', { id: ids, actual: ids.map(() => 'a') });
    await expect(outcomesOf(path, byKey(labels))).rejects.toThrow(
      /Counting the outcomes of \d+\.csv takes about 1 MB of memory.*query_memory_mb/
    );
  } finally {
    setMemory(new Memory(memoryLimits({})));
  }
});
