import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { connectionsSchema } from '../../src/evaluate/connections';
import { evaluate } from '../../src/evaluate/evaluate';
import { noticeText, type PerformanceResult } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import { csvOf } from './support/csvOf';
import { numbersFrom, type Row, START } from './support/outcomeCases';
import { testServers } from './support/servers';
import { makeIndex } from './support/store';

const DAY = 86_400_000;
const keyword = { type: 'keyword' };
const date = { type: 'date' };
const properties = {
  ...{ version: keyword, other: keyword },
  ...{ at: date, labelled: date, predicted: keyword, actual: keyword, country: keyword },
  ...{ score: { type: 'double' }, forecast: { type: 'double' }, outcome: { type: 'double' } },
};

/** Four weeks of predictions; in the last two labels follow scores less. */
function rowsOf(digits: number): Row[] {
  const next = numbersFrom(5);
  return Array.from({ length: 9000 }, (_, i): Row => {
    const at = START + Math.floor((i / 9000) * 28 * DAY);
    const score = Number(((next() + next()) / 2).toFixed(digits));
    const isTrue = next() < (i < 4500 ? score : 0.3 + score / 3);
    const outcome = 100 + next() * 50;
    return {
      ...{ at, score, predicted: score > 0.5 ? 'bad' : 'good', actual: isTrue ? 'bad' : 'good' },
      ...{ labelled: at + Math.floor(next() * DAY), country: next() < 0.7 ? 'de' : 'fr' },
      ...{ version: i % 3 === 0 ? '2' : '1', other: score > 0.4 ? 'bad' : 'good' },
      ...{ outcome, forecast: outcome + (next() - 0.5) * (i < 4500 ? 20 : 40) },
    };
  });
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'modelwatch-performance-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));
const range = { from: START + 14 * DAY, to: START + 28 * DAY };
const classes = {
  ...{ prediction: 'predicted', score: 'score', positive: 'bad', segmentBy: ['country'] },
  ...{ label: { field: 'actual', timeField: 'labelled' }, metrics: ['accuracy', 'precision', 'recall', 'f1', 'mcc'] },
};
const ranks = ['roc_auc', 'average_precision', 'ks', 'brier', 'log_loss', 'calibration_error'];

describe.each(testServers())('$name', ({ url }) => {
  const connections = connectionsSchema.parse({
    logs: { type: 'elasticsearch', url },
    files: { type: 'file', folder },
  });

  async function both(rows: readonly Row[], asked: object): Promise<[PerformanceResult, PerformanceResult]> {
    await makeIndex(url, 'performance', properties, rows, { number_of_shards: 3 });
    fs.writeFileSync(path.join(folder, 'rows.csv'), csvOf(rows));
    const results: PerformanceResult[] = [];
    for (const place of [
      { connection: 'logs', index: 'performance' },
      { connection: 'files', path: 'rows.csv' },
    ]) {
      const query = parseQuery({
        ...{ kind: 'performance', window: '14d', baseline: { kind: 'previous', offset: '14d' }, ...asked },
        current: { ...place, timeField: 'at' },
      });
      results.push((await evaluate(query, { range, now: range.to, connections })) as PerformanceResult);
    }
    return [results[0], results[1]];
  }

  const keyOf = (one: PerformanceResult['verdicts'][number]) => JSON.stringify([one.metric, one.segment, one.window]);

  function compare(store: PerformanceResult, rows: PerformanceResult, isExact: boolean): void {
    expect(store.verdicts.map(keyOf).sort()).toEqual(rows.verdicts.map(keyOf).sort());
    const exact = new Map(rows.verdicts.map((one) => [keyOf(one), one]));
    for (const mine of store.verdicts) {
      const theirs = exact.get(keyOf(mine));
      expect([mine.rows, mine.labelled]).toEqual([theirs?.rows, theirs?.labelled]);
      for (const side of ['current', 'baseline'] as const) {
        const [one, other] = [mine[side], theirs?.[side]];
        const value = other?.value ?? NaN;
        expect(one?.boundLow).toBeLessThanOrEqual(value + 1e-9);
        expect(one?.boundHigh).toBeGreaterThanOrEqual(value - 1e-9);
        if (isExact) {
          expect(one?.value).toBeCloseTo(value, 9);
        }
      }
      if (isExact) {
        expect([keyOf(mine), mine.verdict]).toEqual([keyOf(mine), theirs?.verdict]);
      }
    }
  }

  it('says of classes and of scores of three decimals what the rows say', async () => {
    const asked = { ...classes, window: 'range', label: { field: 'actual' }, metrics: [...classes.metrics, ...ranks] };
    const [store, rows] = await both(rowsOf(3), asked);
    compare(store, rows, true);
    expect(store.verdicts.some(({ verdict }) => verdict === 'worse')).toBe(true);
  });

  it('holds what rows say of scores of any decimals between bounds, and classes exactly', async () => {
    const rows = rowsOf(15);
    const [store, exact] = await both(rows, { ...classes, metrics: ranks });
    compare(store, exact, false);
    for (const { metric, current } of store.verdicts.filter((one) => one.metric !== 'calibration_error')) {
      expect([metric, (current.boundHigh ?? NaN) - (current.boundLow ?? NaN) < 0.03]).toEqual([metric, true]);
    }
    const [counted, plain] = await both(rows, classes);
    compare(counted, plain, true);
    expect(counted.notices.map(noticeText)).toContain(
      'Label delays are told by the hour: ages are too long by less than two hours.'
    );
  });

  it('compares groups of people, versions, and a shadow as the rows do', async () => {
    const fairness = { field: 'version', favorable: 'good', reference: '1' };
    const label = { field: 'actual', timeField: 'labelled', deadline: '2d' };
    for (const more of [
      { fairness },
      { fairness, segmentBy: [] },
      { fairness, prediction: undefined, segmentBy: [] },
      { fairness, label: { ...label, implied: 'good' } },
      { compare: { field: 'version', old: '1', new: '2' }, segmentBy: [] },
      { compare: { shadow: { prediction: 'other' } } },
    ]) {
      const [store, rows] = await both(rowsOf(2), { ...classes, label, ...more });
      const written = ({ fairness: groups, comparisons }: PerformanceResult) => JSON.stringify([groups, comparisons]);
      expect(written(store)).toBe(written(rows));
      expect(rows.fairness.length + rows.comparisons.length).toBeGreaterThan(0);
      expect(rows.fairness.some(({ verdict }) => verdict === 'undefined')).toBe(false);
    }
  });

  it('measures errors of forecasts as the rows say', async () => {
    const asked = { prediction: 'forecast', label: { field: 'outcome', timeField: 'labelled' } };
    const [store, rows] = await both(rowsOf(3), { ...asked, metrics: ['mae', 'mse', 'rmse', 'bias', 'r2'] });
    compare(store, rows, false);
    const ofMean = store.verdicts.filter(({ metric }) => metric !== 'mae');
    const exact = new Map(rows.verdicts.map((one) => [keyOf(one), one]));
    ofMean.forEach((one) => expect(one.current.value).toBeCloseTo(exact.get(keyOf(one))?.current.value ?? NaN, 6));
    const mean = store.verdicts.find(({ metric }) => metric === 'mae')?.current;
    expect((mean?.boundHigh ?? NaN) / (mean?.boundLow ?? NaN)).toBeLessThan(1.15);
  });
});
