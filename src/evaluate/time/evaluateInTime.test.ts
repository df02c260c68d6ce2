/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BaselineCache } from '../../baseline/BaselineCache';
import { parseQuery } from '../../query/parseQuery';
import type { TimeRange } from '../../query/time';
import { FileSource } from '../../sources/file/FileSource';
import { drawNormal } from '../../statistics/random/drawNormal';
import { seededRandom } from '../../statistics/random/seededRandom';
import { describeReason } from '../../verdict/describeReason';
import { evaluate } from '../evaluate';
import type { DriftResult, WindowedVerdict } from '../Result';

const folder = mkdtempSync(join(tmpdir(), 'modelwatch-time-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const MONDAY = Date.UTC(2024, 0, 1);
const WEEKS = 14;
const ROWS = 40;
/** The last week is judged. */
const LAST: TimeRange = { from: MONDAY + (WEEKS - 1) * WEEK, to: MONDAY + WEEKS * WEEK };

interface Row {
  readonly time: number;
  x: number;
  kind: string;
  late: string;
}

/** Hours of a day and days of a week differ much, and the level wanders from hour to hour. */
function stream(): Row[] {
  const random = seededRandom(1, 'windows over time');
  const rows: Row[] = [];
  let level = 0;
  for (let hour = 0; hour < WEEKS * 168; hour++) {
    level = 0.8 * level + 0.15 * drawNormal(random);
    const isWeekend = Math.floor(hour / 24) % 7 >= 5;
    for (let i = 0; i < ROWS; i++) {
      rows.push({
        time: MONDAY + hour * HOUR + (i * HOUR) / ROWS,
        x: drawNormal(random) + level + 3 * Math.sin((hour / 12) * Math.PI) + (isWeekend ? 2 : 0),
        kind: random.next() < (isWeekend ? 0.6 : 0.3) ? 'a' : 'b',
        late: hour >= (WEEKS - 2) * 168 ? String(drawNormal(random)) : '',
      });
    }
  }
  return rows;
}

const ROWS_OF_ALL = stream();

function write(name: string, change: (row: Row) => Row | null = (row) => row): string {
  const lines = ROWS_OF_ALL.flatMap((row) => {
    const own = change({ ...row });
    return own === null ? [] : [`${new Date(own.time).toISOString()},${own.x},${own.kind},${own.late}`];
  });
  writeFileSync(join(folder, name), ['time,x,kind,late', ...lines, ''].join('\n'));
  return name;
}

interface Asked {
  readonly range?: TimeRange;
  readonly now?: number;
  readonly cache?: BaselineCache;
  readonly features?: readonly string[];
  readonly decision?: object;
  readonly [key: string]: unknown;
}

/** Most questions are asked of the same two files: what was counted once is not counted again. */
const SHARED = new BaselineCache();

async function ask(path: string, asked: Asked = {}): Promise<DriftResult> {
  const {
    range = LAST,
    now = range.to + 30 * DAY,
    cache = SHARED,
    features = ['x', 'kind'],
    decision = {},
    ...query
  } = asked;
  const parsed = parseQuery({
    kind: 'drift',
    window: '1h',
    current: { path, timeField: 'time', features: features.map((name) => ({ name })) },
    baseline: { kind: 'seasonal', period: '1w', count: 4 },
    decision: { significance: 'sequential', ...decision },
    ...query,
  });
  const connections = { files: { type: 'file' as const, folder } };
  const baselines = { cache, scope: 'test' };
  return (await evaluate(parsed, { range, now, connections, baselines })) as DriftResult;
}

const alarms = ({ verdicts }: DriftResult) => verdicts.filter(({ severity }) => (severity ?? 0) > 0);
const of = (result: DriftResult, feature: string) =>
  result.verdicts.filter(({ comparison }) => comparison.feature === feature);
const told = (verdict: WindowedVerdict) => [
  verdict.window?.from,
  verdict.comparison.feature,
  verdict.verdict,
  verdict.overTime?.score,
  verdict.overTime?.limit,
];

const plain = write('plain.csv');
const shifted = write('shifted.csv', (row) => ({ ...row, x: row.time >= LAST.from + 3 * DAY ? row.x + 1.5 : row.x }));

describe.each(['calibrated', 'sequential'])('%s', (significance) => {
  const decision = { significance };

  it('is quiet where nothing but hour, weekday and a wandering level changes', async () => {
    const result = await ask(plain, { decision });
    expect(result.verdicts).toHaveLength(2 * 168);
    expect(alarms(result).length).toBeLessThanOrEqual(significance === 'sequential' ? 0 : 10);
    expect(result.verdicts.every(({ overTime }) => overTime?.limit != null)).toBe(true);
  });

  it('finds a shift of the values, since it began', async () => {
    const found = alarms(await ask(shifted, { decision }));
    expect(found.filter(({ comparison }) => comparison.feature === 'x').length).toBeGreaterThan(60);
    expect(found.filter(({ comparison }) => comparison.feature === 'kind').length).toBeLessThanOrEqual(8);
    expect(Math.min(...found.map(({ window }) => window?.from ?? 0))).toBeLessThan(LAST.from + 3 * DAY + 12 * HOUR);
  });

  it('says score, limit, and how often it would have fired', async () => {
    const [found] = alarms(await ask(shifted, { decision })).filter(({ comparison }) => comparison.feature === 'x');
    expect(describeReason(found)).toMatch(/Score .* limit .*; .* would (not )?have alarmed .*(expected|promised)\)/);
  });
});

it('tells the same of a window whatever range it is asked in, and whenever', async () => {
  const whole = (await ask(shifted)).verdicts.map(told);
  const day = await ask(shifted, { range: { from: LAST.from + 2 * DAY, to: LAST.from + 5 * DAY } });
  expect(day.verdicts.length).toBe(2 * 72);
  expect(whole).toEqual(expect.arrayContaining(day.verdicts.map(told)));
  const two = await ask(shifted, { range: { from: LAST.from - 2 * DAY, to: LAST.to } });
  expect(two.verdicts.map(told)).toEqual(expect.arrayContaining(whole));
});

it('learns nothing from excluded windows, and does not judge them', async () => {
  const storm = { from: '2024-02-05', to: '2024-02-08' };
  const [from, to] = [Date.parse(storm.from), Date.parse(storm.to)];
  const isStorm = ({ time }: Row) => time >= from && time < to;
  const baseline = { kind: 'seasonal', period: '1w', count: 4, exclude: [storm] };
  const wild = write('wild.csv', (row) => (isStorm(row) ? { ...row, x: 1e6, kind: 'c' } : row));
  const absent = write('absent.csv', (row) => (isStorm(row) ? null : row));
  const judged = (await ask(wild, { baseline })).verdicts.map(told);
  expect(judged).toEqual((await ask(plain, { baseline })).verdicts.map(told));
  expect(judged).toEqual((await ask(absent)).verdicts.map(told));
  const own = await ask(wild, { baseline, range: { from: to - 2 * HOUR, to: to + HOUR } });
  expect(of(own, 'x').map(({ verdict }) => verdict)).toEqual(['undefined', 'undefined', 'insufficient_data']);
  expect(describeReason(own.verdicts[0])).toContain('"exclude" names');
});

describe('with less history', () => {
  const since = (weeks: number) =>
    write(`since-${weeks}.csv`, (row) => (row.time < LAST.from - weeks * WEEK ? null : row));

  it('of five weeks holds each window against the week before', async () => {
    const { verdicts } = await ask(since(5));
    expect(verdicts.filter(({ overTime }) => overTime?.limit == null)).toEqual([]);
    expect(describeReason(verdicts[0])).toContain('fewer than the 12 seasons of history asked for');
  });

  it('of two and a half weeks learns from days, and says that weekends count as variation', async () => {
    const { verdicts } = await ask(since(2.5));
    expect(verdicts.filter(({ overTime }) => overTime?.limit == null)).toEqual([]);
    expect(describeReason(verdicts[0])).toContain('differences between weekdays and weekends count as variation');
  });

  it('of one week has no verdict on its first days, and says from when on there are some', async () => {
    const { verdicts } = await ask(since(1));
    const [first, last] = [verdicts[0], verdicts[verdicts.length - 1]];
    expect(first.verdict).toBe('insufficient_data');
    expect(describeReason(first)).toContain('History begins 2024-03-25');
    expect(describeReason(first)).toContain('Windows from 2024-04-08 UTC on can be judged.');
    expect(last.verdict).toBe('insufficient_data');
  });

  it('of nothing before has no verdict', async () => {
    const { verdicts } = await ask(since(0));
    expect(new Set(verdicts.map(({ verdict }) => verdict))).toEqual(new Set(['insufficient_data']));
  });
});

it('judges features beside one that came last week, which has no verdict', async () => {
  const result = await ask(shifted, { features: ['x', 'late'] });
  const late = of(result, 'late');
  expect(alarms(result).length).toBeGreaterThan(60);
  expect(new Set(late.map(({ verdict }) => verdict))).toEqual(new Set(['insufficient_data']));
});

it('has no verdict in windows without rows, and verdicts after gaps', async () => {
  const gaps = write('gaps.csv', (row) => (Math.floor((row.time - MONDAY) / (5 * HOUR)) % 7 === 3 ? null : row));
  const result = await ask(gaps);
  const empty = of(result, 'x').filter(({ comparison }) => comparison.current.counts.total === 0);
  expect(empty.length).toBeGreaterThan(15);
  expect(new Set(empty.map(({ reason }) => reason.code))).toEqual(new Set(['current_empty']));
  expect(of(result, 'x').filter(({ verdict }) => verdict === 'no_drift').length).toBeGreaterThan(60);
  expect(alarms(result)).toEqual([]);
});

it('holds the hours of a clock against each other when it is set forward', async () => {
  // On 10 March 2024 New York's hours come one hour earlier: values follow the clock on the wall.
  const forward = Date.UTC(2024, 2, 10, 7);
  const moved = write('clock.csv', (row) => {
    const hour = (row.time - MONDAY) / HOUR + (row.time >= forward ? 1 : 0);
    const before = 3 * Math.sin((Math.floor((row.time - MONDAY) / HOUR) / 12) * Math.PI);
    return { ...row, x: row.x - before + 6 * Math.sin((Math.floor(hour) / 12) * Math.PI) };
  });
  const range = { from: Date.UTC(2024, 2, 11, 4), to: Date.UTC(2024, 2, 16, 4) };
  const onClock = await ask(moved, { timezone: 'America/New_York', range, features: ['x'] });
  const inUtc = await ask(moved, { range, features: ['x'] });
  const usual = ({ verdicts }: DriftResult) =>
    verdicts.reduce((sum, { overTime }) => sum + (overTime?.score ?? NaN), 0) / verdicts.length;
  expect(usual(onClock)).toBeLessThan(1.6);
  expect(usual(inUtc)).toBeGreaterThan(3);
});

it('compares with a fixed baseline of several seasons', async () => {
  const baseline = { kind: 'window', from: '2024-01-01', to: '2024-03-04' };
  expect(alarms(await ask(plain, { baseline }))).toEqual([]);
  expect(alarms(await ask(shifted, { baseline })).length).toBeGreaterThan(60);
  await expect(ask(plain, { baseline: { ...baseline, to: '2024-01-15' } })).rejects.toThrow('needs at least 3');
});

it('compares with windows of another file', async () => {
  const stretch = { from: '2024-01-01', to: '2024-03-04' };
  const baseline = { kind: 'selection', path: plain, ...stretch };
  expect(alarms(await ask(plain, { baseline }))).toEqual([]);
  const found = await ask(shifted, { baseline });
  expect(alarms(found).length).toBeGreaterThan(60);
  const own = await ask(shifted, { baseline: { kind: 'window', ...stretch } });
  expect(found.verdicts.map(told)).toEqual(own.verdicts.map(told));
  await expect(ask(plain, { baseline: { kind: 'selection', query: 'kind:a' } })).rejects.toThrow(
    'give it "from" and "to"'
  );
});

describe('against training data without times', () => {
  writeFileSync(
    join(folder, 'training.csv'),
    [
      'x,kind',
      ...ROWS_OF_ALL.filter(({ time }) => time < MONDAY + 4 * WEEK).map(({ x, kind }) => `${x},${kind}`),
      '',
    ].join('\n')
  );
  const weekly = {
    window: '1w',
    baseline: { kind: 'selection', path: 'training.csv' },
    decision: { calibration: { seasons: 12 } },
  };

  it('learns from the past of the stream how much weeks vary', async () => {
    expect(alarms(await ask(plain, weekly))).toEqual([]);
    const found = alarms(await ask(shifted, weekly));
    expect(found.map(({ comparison, verdict }) => [comparison.feature, verdict])).toEqual([['x', 'drift']]);
    expect(found[0].baselineWindow).toBeNull();
    expect(found[0].overTime?.replayed).toBe(12);
  });

  it('has no verdict without a past', async () => {
    const first = { from: MONDAY + 2 * WEEK, to: MONDAY + 3 * WEEK };
    const { verdicts } = await ask(plain, { ...weekly, range: first });
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['insufficient_data', 'insufficient_data']);
    expect(describeReason(verdicts[0])).toContain('Not enough history');
  });

  it('refuses windows that hold some of its hours', async () => {
    await expect(ask(plain, { ...weekly, window: '1h' })).rejects.toThrow('must span whole seasons of 1w');
  });
});

it('judges daily windows', async () => {
  const result = await ask(shifted, { window: '1d', features: ['x'] });
  expect(result.verdicts.map(({ severity }) => severity)).toEqual([0, 0, 0, 2, 2, 2, 2]);
});

it('reads nothing again that has not changed', async () => {
  const cache = new BaselineCache();
  const plans = jest.spyOn(FileSource.prototype, 'plan');
  const first = await ask(shifted, { cache });
  const reads = plans.mock.calls.length;
  const second = await ask(shifted, { cache });
  expect(reads).toBeGreaterThan(0);
  expect(plans.mock.calls.length).toBe(reads);
  expect(second.verdicts.map(told)).toEqual(first.verdicts.map(told));
  plans.mockRestore();
});

it('judges no window that is not over by the clock, whatever the range says', async () => {
  const range = { from: LAST.from, to: LAST.from + 3 * HOUR };
  const now = range.from + 1.5 * HOUR;
  const { verdicts } = await ask(plain, { range, now, features: ['x'] });
  expect(verdicts.map(({ window }) => window?.from)).toEqual([range.from]);
});

it('holds a value that never varied to a limit of three, and finds its first change', async () => {
  const from = LAST.from + 2 * DAY;
  const constant = write('constant.csv', (row) => ({ ...row, x: row.time >= from ? 8 : 7 }));
  const { verdicts } = await ask(constant, { window: '1d', features: ['x'] });
  expect(verdicts.map(({ severity }) => severity)).toEqual([0, 0, 2, 2, 2, 2, 2]);
  verdicts.forEach(({ overTime }) => expect(overTime?.limit).toBeGreaterThanOrEqual(3));
});

it('needs times', async () => {
  await expect(ask(plain, { current: { path: plain } })).rejects.toThrow('"timeField"');
  await expect(ask(plain, { range: { from: LAST.from + WEEK, to: LAST.to + WEEK } })).rejects.toThrow('no rows');
});
