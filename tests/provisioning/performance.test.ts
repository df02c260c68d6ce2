import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluate } from '../../src/evaluate/evaluate';
import { alertAnswer } from '../../src/frames/alert/AlertAnswer';
import type { AlertRow } from '../../src/frames/alert/AlertRow';
import { parseQuery } from '../../src/query/parseQuery';
import { withoutHostKeys } from '../../src/query/withoutHostKeys';
import type { Row } from '../quality/faults';
import { DEMO, flightsBetween, linesOf } from '../quality/flights';
import { alertingSchema, type AlertRule } from './alertingSchema';
import { provisioned } from './provisioned';

const SECOND = 1000;
const DAY = 86_400_000;
/** The baseline of January to March is complete, and May was as good as it. */
const NOW = Date.UTC(2013, 4, 21, 20, 10);

const rules = provisioned('alerting')
  .filter(({ name }) => name.endsWith('modelwatch-performance.yaml'))
  .flatMap(({ content }) => alertingSchema.parse(content).groups)
  .flatMap((group) => group.rules);

const folder = mkdtempSync(join(tmpdir(), 'modelwatch-performance-rules-'));
afterAll(() => rmSync(folder, { recursive: true }));
const connections = { flights: { type: 'file', folder: DEMO }, live: { type: 'file', folder } } as const;

let log: Row[];
beforeAll(async () => {
  log = await flightsBetween(NOW - 31 * DAY, NOW);
});

/** What the rule's own query says of the log. */
async function ask(rule: AlertRule, refId: string): Promise<readonly AlertRow[]> {
  const { model, relativeTimeRange } = rule.data.find((query) => query.refId === refId)!;
  const asked = withoutHostKeys(model) as Record<string, unknown> & { current: object; baseline?: object };
  const query = parseQuery({
    ...asked,
    current: { ...asked.current, path: 'log.ndjson' },
    ...(asked.baseline && { baseline: { ...asked.baseline, path: 'flights.parquet' } }),
  });
  const range = { from: NOW - relativeTimeRange.from * SECOND, to: NOW - relativeTimeRange.to * SECOND };
  return alertAnswer(await evaluate(query, { range, now: NOW, connections }), query).rows;
}

/** All that is above its rule's threshold, with what the details say to do. */
async function firing(rule: AlertRule, rows: readonly Row[]) {
  writeFileSync(join(folder, 'log.ndjson'), linesOf(rows));
  const { model } = rule.data.find(({ refId }) => refId === rule.condition)!;
  const { expression, conditions } = model as {
    expression: string;
    conditions: Array<{ evaluator: { type: string; params: [number, number?] } }>;
  };
  const { type, params } = conditions[0].evaluator;
  const [above, below = Infinity] = params;
  expect(type).toBe(params.length === 1 ? 'gt' : 'within_range');
  return (await ask(rule, expression)).filter(
    ({ severity }) => severity !== null && severity > above && severity < below
  );
}

const featuresOf = (rows: readonly AlertRow[]) => rows.map(({ labels }) => labels.feature);
const ruleOf = (name: string) => rules.find(({ uid }) => uid === `modelwatch-demo-${name}`)!;
const isNew = ({ time }: Row) => Number(time) >= NOW - 18 * DAY;
/** Scores of other flights: they say nothing any more. */
const shuffled = (rows: readonly Row[]) =>
  rows.map((row, i) => {
    const { prediction, probability_late } = rows[(i * 7919) % rows.length];
    return isNew(row) ? { ...row, prediction, probability_late } : row;
  });

describe('performance', () => {
  it('is silent over weeks as they were', async () => {
    expect(featuresOf(await firing(ruleOf('performance'), log))).toEqual([]);
  });

  it('fires where scores say nothing any more, and says to retrain with the labels that are there', async () => {
    const fired = await firing(ruleOf('performance'), shuffled(log));
    expect(featuresOf(fired)).toContain('roc_auc');
    const { details } = fired.find(({ labels }) => labels.feature === 'roc_auc')!;
    // What the annotation `action` looks for.
    expect(details.next_step).toMatch(/retrain: [\d,]+ labels/);
  });

  it('fires where labels contradict the scores', async () => {
    const rows = log.map((row, i) => (isNew(row) && i % 4 === 0 && row.actual ? { ...row, actual: 'late' } : row));
    expect(featuresOf(await firing(ruleOf('performance'), rows))).toContain('concept_drift');
  });

  it('fires where labels no longer come, and starts nothing then', async () => {
    const rows = log.map((row, i) =>
      Number(row.time) >= NOW - 16 * DAY && i % 8 !== 0 ? { ...row, actual: null, label_time: null } : row
    );
    const overdue = (await firing(ruleOf('performance'), rows)).find(({ labels }) => labels.feature === 'labels');
    expect(overdue?.details.verdict).toBe('labels_overdue');
    expect(overdue?.details.next_step).not.toMatch(/retrain: /);
  });
});

describe('objective', () => {
  it('is silent where it is met', async () => {
    expect(await firing(ruleOf('objective'), log)).toEqual([]);
  });

  it('fires where the whole interval lies below it', async () => {
    const fired = await firing(ruleOf('objective'), shuffled(log));
    expect(featuresOf(fired)).toEqual(['roc_auc']);
    expect(fired[0].details.reason).toMatch(/misses its objective of 0\.65/);
  });
});

describe('canary', () => {
  /** Each flight by both versions; the new one is wrong where `isWrong` says so. */
  const both = (isWrong: (i: number) => boolean) =>
    log.flatMap((row, i) => {
      const other = row.prediction === 'late' ? 'on_time' : 'late';
      return [
        { ...row, model_version: '1' },
        { ...row, model_version: '2', prediction: isWrong(i) ? other : row.prediction },
      ];
    });

  it.each<[string, (i: number) => boolean]>([
    ['as good', () => false],
    ['worse by less than the threshold', (i) => i % 40 === 0],
  ])('is silent where the new version is %s', async (_, isWrong) => {
    expect(await firing(ruleOf('canary'), both(isWrong))).toEqual([]);
  });

  it('is silent where versions ran on different days', async () => {
    const rows = log.map((row) => ({ ...row, model_version: isNew(row) ? '2' : '1', prediction: 'late' }));
    expect(await firing(ruleOf('canary'), rows)).toEqual([]);
  });

  it('fires where the new version is worse', async () => {
    const fired = await firing(
      ruleOf('canary'),
      both((i) => i % 6 === 0)
    );
    expect(featuresOf(fired)).toEqual(['accuracy: 2 vs. 1']);
    expect(fired[0].details).toMatchObject({
      verdict: 'roll_back',
      next_step: expect.stringMatching(/^Send all calls to version 1 again/),
    });
  });
});

describe('error budget', () => {
  /** Every `step`-th flight of the last days is predicted wrongly; before, all are as they were. */
  const wrongOn = (days: number, step: number) =>
    log.map((row, i) => {
      const isWrong = Number(row.time) >= NOW - (2 + days) * DAY && i % step === 0;
      return isWrong ? { ...row, prediction: row.actual === 'late' ? 'on_time' : 'late' } : row;
    });
  const fast = ruleOf('budget-fast');
  const slow = ruleOf('budget-slow');
  const burning = async (rows: readonly Row[]) => ({
    fast: featuresOf(await firing(fast, rows)),
    slow: featuresOf(await firing(slow, rows)),
  });

  it('is silent where as many predictions are right as ever', async () => {
    expect(await burning(log)).toEqual({ fast: [], slow: [] });
    const budget = (await ask(fast, 'budget')).find(({ labels }) => labels.feature === 'error_budget: accuracy');
    expect(budget?.severity).toBe(0);
  });

  it('tells a fast burn of days from a slow one of a week', async () => {
    expect(await burning(wrongOn(3, 1))).toEqual({ fast: ['error_budget: accuracy'], slow: [] });
    expect(await burning(wrongOn(7, 4))).toEqual({ fast: [], slow: ['error_budget: accuracy'] });
  });

  it('is silent again a day after the errors have ended', async () => {
    const rows = wrongOn(4, 1).map((row, i) => (Number(row.time) >= NOW - 4 * DAY ? log[i] : row));
    expect((await burning(rows)).fast).toEqual([]);
  });

  it('says nothing else, whatever became of the metric', async () => {
    writeFileSync(join(folder, 'log.ndjson'), linesOf(wrongOn(28, 1)));
    const others = (await ask(fast, 'budget')).filter(({ labels }) => labels.feature !== 'error_budget: accuracy');
    expect(others.filter(({ severity }) => severity !== null)).toEqual([]);
  });
});
