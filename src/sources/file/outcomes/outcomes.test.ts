/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { seededRandom } from '../../../statistics/random/seededRandom';
import { noticeText } from '../../Notice';
import { FileSource } from '../FileSource';
import {
  type Asked,
  confusionOf,
  FORMATS,
  outcomesOf,
  ROLES,
  scoresOf,
  source,
  sum,
  type Table,
  write,
} from './testing/overFiles';

jest.setTimeout(60_000);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2024, 2, 28);
const random = seededRandom(1, 'outcomes');
/** 2,000 rows in ten days, out of order; a fifth without a label. */
const LOG = Array.from({ length: 2000 }, () => {
  const time = START + random.below(10 * 24 * 60) * 60_000;
  const score = random.below(200) / 200;
  const hasLabel = random.below(5) > 0;
  const age = 1 + random.below(5 * 24 * 60) * 60_000;
  return {
    time: new Date(time).toISOString(),
    prediction: score >= 0.5 ? 'bad' : 'good',
    score: random.below(50) === 0 ? null : score,
    actual: hasLabel ? (random.below(100) < 100 * score ? 'bad' : 'good') : null,
    label_time: hasLabel ? new Date(time + age).toISOString() : null,
    country: ['no', 'se', 'dk'][random.below(3)],
    version: 1 + random.below(2),
  };
});
const LOG_TABLE = Object.fromEntries(
  Object.keys(LOG[0]).map((name) => [name, LOG.map((row) => row[name as keyof (typeof LOG)[number]])])
) as Table;

describe.each(FORMATS)('over %s', (format) => {
  const path = write(format, LOG_TABLE);
  const windows = [
    { from: START, to: START + 4 * DAY },
    { from: START + 4 * DAY, to: START + 9 * DAY },
  ];
  const asOf = START + 9 * DAY;
  const asked: Asked = {
    selection: { timeField: 'time' },
    roles: { scores: ['score'], label: { field: 'actual', timeField: 'label_time' } },
    ...{ windows, asOf, segmentBy: ['country', 'version'], timezone: 'Europe/Oslo' },
  };
  /** Offset of the clock by day: summer begins on 31 March. */
  const startOf = (time: number) => {
    const offset = time >= Date.UTC(2024, 2, 31, 1) ? 2 : 1;
    const start = Math.floor((time + offset * HOUR) / DAY) * DAY - offset * HOUR;
    return start === Date.UTC(2024, 2, 30, 22) ? start + HOUR : start;
  };

  it('counts each cell as a loop over the rows does', async () => {
    const { cells, findings, notices } = await outcomesOf(path, asked);
    const expected = new Map<string, Record<string, number>>();
    let withoutScore = 0;
    for (const row of LOG) {
      const time = Date.parse(row.time);
      const window = windows.findIndex(({ from, to }) => from <= time && time < to);
      if (window < 0) {
        continue;
      }
      withoutScore += Number(row.score === null);
      const isKnown = row.label_time !== null && Date.parse(row.label_time) <= asOf;
      const key = `${window} ${row.country} ${row.version} ${startOf(time)}`;
      const counts = expected.get(key) ?? {};
      expected.set(key, counts);
      const actual = isKnown ? row.actual : '?';
      const hours = ((isKnown ? Date.parse(row.label_time ?? '') : asOf) - time) / HOUR;
      // From a week on in steps of six hours.
      const age = hours <= 7 * 24 ? Math.ceil(hours) : 6 * Math.ceil(hours / 6);
      for (const name of [
        `${actual} as ${row.prediction}`,
        ...(row.score === null ? [] : [`${row.score} ${actual}`]),
        `${isKnown ? 'labelled' : 'censored'} after ${age} h`,
        `${row.prediction} ${isKnown ? 'labelled' : 'censored'} after ${age} h`,
      ]) {
        counts[name] = (counts[name] ?? 0) + 1;
      }
    }
    const found = new Map(
      cells.map((cell) => {
        const { delays, unlabelled = new Map<string, number>() } = cell.outcomes;
        const counts: Record<string, number> = { ...confusionOf([cell]), ...scoresOf([cell], 'score') };
        unlabelled.forEach((count, name) => (counts[`? as ${name}`] = count));
        const add = (of: string, all: Float64Array) =>
          all.forEach((count, i) => {
            if (count > 0) {
              counts[`${of} after ${(delays?.ages[i] ?? NaN) / HOUR} h`] = count;
            }
          });
        for (const [name, own] of [['', delays] as const, ...(delays?.byPredicted ?? new Map())]) {
          add(`${name} labelled`.trim(), own.labelled);
          add(`${name} censored`.trim(), own.censored);
        }
        return [`${cell.window} ${cell.segment.country} ${cell.segment.version} ${cell.block}`, counts];
      })
    );
    expect(found).toEqual(expected);
    expect(findings).toEqual({ missing: new Map([['score', withoutScore]]) });
    expect(notices).toEqual([]);
  });

  it('filters rows by the selection’s query', async () => {
    const { cells } = await outcomesOf(path, {
      ...asked,
      segmentBy: [],
      selection: { timeField: 'time', query: 'country:se' },
    });
    const inWindows = ({ time, country }: (typeof LOG)[number]) =>
      country === 'se' && Date.parse(time) < START + 9 * DAY;
    expect(sum(cells, ({ outcomes }) => outcomes.rows)).toBe(LOG.filter(inWindows).length);
  });

  it('cuts rows without a time into 33 to 64 stretches', async () => {
    const { cells } = await outcomesOf(path);
    expect(cells).toHaveLength(63);
    expect(cells.map(({ block, outcomes }) => [block, outcomes.rows])).toEqual(
      cells.map((_, i) => [i, i < 62 ? 32 : 2000 - 62 * 32])
    );
    expect(cells[0].outcomes.delays).toBeUndefined();
  });

  it.each<[string, Table, Record<string, number>]>([
    [
      'fractions of nothing as whole numbers',
      { prediction: ['1.0', '0.0', '1.0', '0.0'], actual: [1, 0, 0, 1] },
      { '1 as 1': 1, '0 as 0': 1, '0 as 1': 1, '1 as 0': 1 },
    ],
    [
      'truths, named as the labels write them',
      { prediction: ['True', 'False', 'True'], actual: [1, 0, 0] },
      { '1 as 1': 1, '0 as 0': 1, '0 as 1': 1 },
    ],
    [
      'truths by their type',
      { prediction: [true, false, true], actual: ['True', 'False', 'False'] },
      { 'True as True': 1, 'False as False': 1, 'False as True': 1 },
    ],
    [
      'blanks around and Unicode forms',
      { prediction: ['caf\u00e9', 'bar '], actual: ['cafe\u0301', 'bar'] },
      { 'caf\u00e9 as caf\u00e9': 1, 'bar as bar': 1 },
    ],
    ['leading zeros as codes', { prediction: ['01', '02'], actual: ['1', '02'] }, { '1 as 01': 1, '02 as 02': 1 }],
  ])('takes %s', async (_, table, expected) => {
    const { cells } = await outcomesOf(write(format, table));
    expect(confusionOf(cells)).toEqual(expected);
  });

  it('takes markers of missing values for missing labels, but where they are predicted too', async () => {
    const table = { prediction: ['a', 'b', 'a', 'b'], actual: ['a', 'NA', 'None', 'b'] };
    const { cells, notices } = await outcomesOf(write(format, table));
    expect(confusionOf(cells)).toEqual({ 'a as a': 1, 'b as b': 1 });
    expect(sum(cells, ({ outcomes }) => outcomes.labelled)).toBe(2);
    expect(notices.map(noticeText).join()).toMatch(/"NA" in actual read as missing in 1 row.*"None"/);
    const both = await outcomesOf(write(format, { prediction: ['na', 'NA'], actual: ['NA', 'us'] }));
    expect(confusionOf(both.cells)).toEqual({ 'us as NA': 1 });
    const signs = await outcomesOf(write(format, { prediction: ['+', '+'], actual: ['-', '+'] }));
    expect(confusionOf(signs.cells)).toEqual({ '- as +': 1, '+ as +': 1 });
  });

  it('says where classes are probably meant to be the same', async () => {
    const cased = await outcomesOf(write(format, { prediction: ['Late', 'ok'], actual: ['late', 'ok'] }));
    expect(cased.notices).toEqual([
      expect.objectContaining({
        severity: 'warning',
        text: expect.stringContaining('"Late" and "late" of prediction and actual differ in case'),
      }),
    ]);
    const apart = await outcomesOf(write(format, { prediction: [0, 1], actual: ['late', 'ok'] }));
    expect(apart.notices.map(noticeText)).toEqual([
      expect.stringContaining('no class of prediction ("0", "1") occurs in actual ("late", "ok")'),
    ]);
  });

  it('leaves out scores that are no probabilities, and says so', async () => {
    const table = {
      prediction: ['a', 'b', 'a', 'b', null, null],
      actual: ['a', 'b', 'b', null, 'a', 'b'],
      score: [0, 1, 1.5, -0.1, null, 0.25],
    };
    const { cells, findings } = await outcomesOf(write(format, table), { roles: { scores: ['score'] } });
    expect(scoresOf(cells, 'score')).toEqual({ '0 a': 1, '1 b': 1, '0.25 b': 1 });
    expect(confusionOf(cells)).toEqual({ 'a as a': 1, 'b as b': 1, 'b as a': 1 });
    // The row with neither a prediction nor a score doesn't count.
    expect(sum(cells, ({ outcomes }) => outcomes.rows)).toBe(5);
    expect(findings).toEqual({
      outside: { column: 'score', rows: 2, example: 1.5 },
      missing: new Map([
        ['prediction', 2],
        ['score', 1],
      ]),
    });
  });

  it('counts labels before their prediction, and hides those that came later', async () => {
    const at = (day: number) => new Date(START + day * DAY).toISOString();
    const table = {
      time: [at(1), at(1), at(1), at(1)],
      ...{ prediction: ['a', 'a', 'b', 'b'], actual: ['a', 'b', 'b', 'a'] },
      seen: [at(0), at(2), at(9), null],
    };
    const { cells, findings, notices } = await outcomesOf(write(format, table), {
      selection: { timeField: 'time' },
      roles: { label: { field: 'actual', timeField: 'seen' } },
      asOf: START + 5 * DAY,
    });
    expect(findings).toEqual({ beforePrediction: 1 });
    expect(confusionOf(cells)).toEqual({ 'a as a': 1, 'b as a': 1, 'a as b': 1 });
    expect(cells[0].outcomes.unlabelled).toEqual(new Map([['b', 1]]));
    expect(cells[0].outcomes.delays).toMatchObject({
      ages: Float64Array.of(0, DAY, 4 * DAY),
      labelled: Float64Array.of(1, 1, 0),
    });
    expect(notices.map(noticeText).join()).toMatch(/1 label has no time and counts as known from the start/);
  });

  it('sums errors as a loop over the rows does', async () => {
    const rows = Array.from({ length: 500 }, () => [random.below(1000) / 10, random.below(1000) / 10]);
    const table = { prediction: rows.map(([p]) => p), actual: rows.map(([, y], i) => (i % 10 === 3 ? null : y)) };
    const { cells, findings } = await outcomesOf(write(format, table), { roles: { task: 'regression' } });
    const errors = rows.filter((_, i) => i % 10 !== 3).map(([p, y]) => p - y);
    expect(findings).toEqual({});
    expect(sum(cells, ({ outcomes }) => outcomes.rows)).toBe(500);
    expect(sum(cells, ({ outcomes }) => outcomes.errors?.rows ?? 0)).toBe(errors.length);
    const absolute = errors.reduce((total, error) => total + Math.abs(error), 0);
    expect(sum(cells, ({ outcomes }) => outcomes.errors?.absolute.high ?? NaN)).toBeCloseTo(absolute, 8);
    const squares = errors.reduce((total, error) => total + error ** 2, 0);
    const fromMoments = sum(cells, ({ outcomes: { errors: e } }) =>
      e === undefined
        ? NaN
        : e.squaresActual + e.squaresPredicted - 2 * e.products + e.rows * (e.meanPredicted - e.meanActual) ** 2
    );
    expect(fromMoments / squares).toBeCloseTo(1, 10);
    expect(cells.flatMap(({ outcomes }) => Array.from(outcomes.errors?.sorted ?? [])).sort((a, b) => a - b)).toEqual(
      errors.sort((a, b) => a - b)
    );
  });

  it('leaves out rows of a forecast that hold no number, and says so', async () => {
    const table = { prediction: ['1', 'x', '3', '4', '5'], actual: ['1', '2', 'none known', '', '7'] };
    const { cells, findings } = await outcomesOf(write(format, table), { roles: { task: 'regression' } });
    expect([sum(cells, ({ outcomes }) => outcomes.rows), sum(cells, ({ outcomes }) => outcomes.labelled)]).toEqual([
      3, 2,
    ]);
    expect(findings.mistyped).toEqual({ column: 'actual', rows: 1, example: 'none known' });
  });

  it('names a column that is not there, and columns like it', async () => {
    await expect(outcomesOf(path, { roles: { label: { field: 'actuall' } } })).rejects.toThrow(
      /has no column "actuall"\. Did you mean actual/
    );
  });

  it('refuses a column that holds no classes', async () => {
    const table = { prediction: LOG.map((_, i) => `id-${i}`), actual: LOG.map(() => 'a') };
    await expect(outcomesOf(write(format, table))).rejects.toThrow(
      /"prediction" has 2,000 different values, more than the 500 classes/
    );
  });
});

it('says what it will read', () => {
  const request = { windows: [null], segmentBy: ['country'], asOf: null, timezone: 'UTC' };
  const roles = { ...ROLES, scores: ['score'], label: { field: 'actual', timeField: 'label_time' } };
  expect(
    source.planOutcomes({ ...request, roles, selection: { path: 'a.csv', timeField: 'time' } }).description
  ).toEqual({
    requests: 1,
    summary: 'Reads 5 columns of a.csv and counts outcomes by day',
    steps: [
      'column prediction: the prediction',
      'column score: a score',
      'column country: segments',
      'column actual: the label',
      'column label_time: when the label was known',
    ],
  });
});

test('the demo’s flights by month are what pandas and scikit-learn say', async () => {
  interface Month {
    readonly rows: number;
    readonly labelled: number;
    readonly accuracy: number;
    readonly auc: number;
    readonly confusion: readonly number[][];
    readonly brier: number;
    readonly within_4_hours: number;
  }
  const reference = JSON.parse(readFileSync('tests/fixtures/outcomes/flights.json', 'utf8')) as Record<string, Month>;
  const months = Object.keys(reference);
  const plan = new FileSource({ type: 'file', folder: 'demo' }).planOutcomes({
    selection: { path: 'flights.parquet', timeField: 'time' },
    roles: { ...ROLES, scores: ['probability_late'], label: { field: 'actual', timeField: 'label_time' } },
    windows: months.map((_, month) => ({ from: Date.UTC(2013, month), to: Date.UTC(2013, month + 1) })),
    ...{ segmentBy: [], asOf: null, timezone: 'UTC' },
  });
  const { cells } = await plan.execute({});
  months.forEach((month, window) => {
    const own = cells.filter((cell) => cell.window === window);
    const { rows, labelled, accuracy, auc, confusion, brier, within_4_hours: within } = reference[month];
    expect([sum(own, ({ outcomes }) => outcomes.rows), sum(own, ({ outcomes }) => outcomes.labelled)]).toEqual([
      rows,
      labelled,
    ]);
    const [[a, b], [c, d]] = confusion;
    expect(confusionOf(own)).toEqual({
      'late as late': a,
      'late as on_time': b,
      'on_time as late': c,
      'on_time as on_time': d,
    });
    expect((a + d) / labelled).toBeCloseTo(accuracy, 12);
    const pairs = Object.entries(scoresOf(own, 'probability_late')).map(([key, count]) => {
      const [score, of] = key.split(' ');
      return { score: Number(score), of, count };
    });
    const [late, others] = ['late', 'on_time'].map((of) => pairs.filter((pair) => pair.of === of));
    const wins = late.flatMap((x) =>
      others.map((y) => x.count * y.count * (Number(x.score > y.score) + Number(x.score === y.score) / 2))
    );
    expect(wins.reduce((x, y) => x + y) / ((a + b) * (c + d))).toBeCloseTo(auc, 12);
    const squares = [
      ...late.map(({ score, count }) => count * (score - 1) ** 2),
      ...others.map(({ score, count }) => count * score ** 2),
    ];
    expect(squares.reduce((x, y) => x + y) / labelled).toBeCloseTo(brier, 12);
    expect(
      sum(own, ({ outcomes: { delays } }) =>
        (delays?.labelled ?? new Float64Array()).reduce(
          (total, count, i) => total + ((delays?.ages[i] ?? NaN) <= 4 * HOUR ? count : 0),
          0
        )
      )
    ).toBe(within);
  });
});
