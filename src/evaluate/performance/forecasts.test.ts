/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseQuery } from '../../query/parseQuery';
import { noticeText, type PerformanceResult } from '../Result';
import { evaluate } from '../evaluate';

const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1);
const folder = mkdtempSync(join(tmpdir(), 'modelwatch-forecasts-'));
afterAll(() => rmSync(folder, { recursive: true }));
const iso = (day: number) => new Date(START + day * DAY).toISOString();

function write(name: string, rows: ReadonlyArray<Readonly<Record<string, string | number | null>>>): string {
  const lines = [Object.keys(rows[0]), ...rows.map((row) => Object.values(row).map((cell) => cell ?? ''))];
  writeFileSync(join(folder, name), lines.map((cells) => cells.join(',')).join('\n'));
  return name;
}

async function run(path: string, asked: Readonly<Record<string, unknown>>, now = START + 400 * DAY) {
  const query = parseQuery({
    ...{ kind: 'performance', window: 'range', prediction: 'prediction', label: { field: 'actual' } },
    ...asked,
    current: { path, timeField: 'time' },
  });
  const connections = { files: { type: 'file' as const, folder } };
  const result = await evaluate(query, { range: null, now, connections });
  return result as PerformanceResult;
}

const find = ({ verdicts }: PerformanceResult, metric: string, horizon?: string) =>
  verdicts.find((one) => one.metric === metric && (horizon === undefined || one.segment.horizon === horizon));

describe('labels that come once a quarter', () => {
  // Each week a forecast for the end of its quarter; horizons of one to thirteen weeks.
  const rows = Array.from({ length: 52 }, (_, week) => ({
    time: iso(7 * week),
    target: iso(91 * (1 + Math.floor(week / 13))),
    prediction: 100 + week,
    actual: 100 + 13 * (1 + Math.floor(week / 13)),
  }));
  const path = write('quarters.csv', rows);
  it('have no verdict in any horizon, and the horizons together say what they can', async () => {
    const asked = { task: 'regression', forecast: { targetField: 'target', step: '7d' }, objective: { mae: 20 } };
    const result = await run(path, asked);
    for (const horizon of ['7d', '91d']) {
      const mae = find(result, 'mae', horizon);
      expect(mae).toMatchObject({ verdict: 'insufficient_data', severity: null, current: { rows: 4 } });
      expect(mae?.reason.code).toBe('minimum_sample');
    }
    const pooled = find(result, 'mae', 'all');
    expect(pooled).toMatchObject({ verdict: 'not_worse', rows: 52, current: { value: 7 } });
  });

  it('are too few to be compared with the quarter before', async () => {
    const asked = {
      ...{ task: 'regression', forecast: { targetField: 'target', step: '7d' }, window: '91d' },
      baseline: { kind: 'previous', offset: '91d' },
    };
    const { verdicts } = await run(path, asked, START + 364 * DAY);
    expect(verdicts.length).toBeGreaterThan(0);
    expect(new Set(verdicts.map(({ severity }) => severity))).toEqual(new Set([null]));
  });
});

describe('a naive forecast', () => {
  const rows = Array.from({ length: 60 }, (_, day) => ({
    ...{ time: iso(day), rule: 10 + (day % 7) },
    prediction: 10 + (day % 7) + (day % 2 ? 2 : -2),
    actual: 10 + (day % 7) + (day % 3 === 0 ? 0.5 : -0.25),
  }));
  const path = write('naive.csv', rows);
  it('must be beaten: a model that is surely worse is worse', async () => {
    const asked = { task: 'regression', forecast: { season: '7d' }, compare: { naive: 'seasonal' } };
    const result = await run(path, asked);
    expect(find(result, 'skill')).toMatchObject({
      ...{ verdict: 'worse', severity: 2, objective: 0 },
      reason: { code: 'objective_missed' },
    });
    expect(find(result, 'mase')?.current.value).toBeGreaterThan(1);
    expect(result.notices.map(noticeText)).toContain(
      '7 of 60 labeled rows have no naive forecast: the history is too short, has a gap, or was not known yet. Skill leaves them out.'
    );
  });

  it('may be a column', async () => {
    const result = await run(path, { task: 'regression', compare: { naive: { field: 'rule' } } });
    const model = rows.reduce((sum, { prediction, actual }) => sum + Math.abs(prediction - actual), 0);
    const rule = rows.reduce((sum, { rule: guess, actual }) => sum + Math.abs(guess - actual), 0);
    expect(find(result, 'skill')?.current.value).toBeCloseTo(1 - model / rule, 12);
  });

  it('of classes is a rule, whose errors are counted over the same rows', async () => {
    const classes = Array.from({ length: 80 }, (_, i) => ({
      ...{ time: iso(i % 20), actual: i % 4 ? 'no' : 'yes' },
      prediction: i % 4 === 0 && i % 8 ? 'no' : i % 4 ? 'no' : 'yes',
      rule: i < 10 ? null : 'no',
    }));
    const name = write('rules.csv', classes);
    const result = await run(name, { positive: 'yes', compare: { naive: { field: 'rule' } } });
    const both = classes.filter(({ rule }) => rule !== null);
    const wrong = (of: 'prediction' | 'rule') => both.filter((row) => row[of] !== row.actual).length;
    expect(find(result, 'skill')?.current).toMatchObject({
      ...{ value: 1 - wrong('prediction') / wrong('rule'), rows: both.length },
    });
    await expect(run(name, { positive: 'yes', compare: { naive: 'last' } })).rejects.toThrow(
      '"compare.naive": "last" is for numbers.'
    );
  });
});

describe('error budgets', () => {
  const rows = Array.from({ length: 40 }, (_, day) =>
    Array.from({ length: 50 }, (__, i) => ({
      time: iso(day + i / 60),
      prediction: 'a',
      actual: i < (day >= 36 ? 15 : 1) ? 'b' : 'a',
    }))
  ).flat();
  const path = write('budget.csv', rows);
  it('tell how fast an objective is used up, over days whose labels are complete', async () => {
    const label = { field: 'actual', deadline: '2d' };
    const asked = { label, objective: { accuracy: 0.95 }, budget: { period: '28d' } };
    const { budgets } = await run(path, asked, START + 40 * DAY);
    // Days 36 and 37 are complete, 38 and 39 are not.
    expect(budgets).toHaveLength(1);
    expect(budgets[0].budget).toMatchObject({
      ...{ metric: 'accuracy', severity: 2, whole: { rows: 28 * 50, bad: 26 + 30 } },
      fast: { isBurning: true, long: { rows: 100, bad: 30, to: START + 38 * DAY } },
    });
    expect((await run(path, asked, START + 38 * DAY)).budgets[0].budget.severity).toBe(0);
  });

  it('need an objective of a share', async () => {
    await expect(run(path, { objective: { mcc: 0.5 }, budget: {} })).rejects.toThrow('"budget": has no objective');
    await expect(run(path, { objective: { accuracy: 1 }, budget: {} })).rejects.toThrow('leaves no budget');
  });
});
