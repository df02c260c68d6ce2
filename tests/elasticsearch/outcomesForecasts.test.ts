import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { mergeOutcomes } from '../../src/outcomes/mergeOutcomes';
import { measurePerformance } from '../../src/statistics/performance/measurePerformance';
import type { PerformanceMetric } from '../../src/query/performanceMetric';
import { noticeText } from '../../src/sources/Notice';
import { FileSource } from '../../src/sources/file/FileSource';
import type { OutcomesRequest } from '../../src/sources/OutcomesRequest';
import { csvOf } from './support/csvOf';
import { numberCase, numbersFrom, type Row, START } from './support/outcomeCases';
import { testServers } from './support/servers';
import { makeIndex, sourceAt } from './support/store';

const INDEX = 'outcomes-forecasts';
const double = { type: 'double' };
const properties = {
  ...{ case: { type: 'keyword' }, at: { type: 'date' }, labelled: { type: 'date' }, country: { type: 'keyword' } },
  ...{ forecast: double, outcome: double, p10: double, p90: double, rule: double },
  ...{
    half10: { type: 'half_float' },
    said: { type: 'keyword' },
    truth: { type: 'keyword' },
    simple: { type: 'keyword' },
  },
};
const next = numbersFrom(24);
const { rows: plain, request: asked } = numberCase(3, 600);
const rows = plain.map((row): Row => {
  const { forecast, outcome } = row as { forecast?: number; outcome?: number };
  const middle = forecast ?? outcome ?? 0;
  const p10 = next() < 0.1 ? undefined : middle - 5 - 5 * next();
  const pick = (words: readonly string[]) => words[Math.floor(next() * words.length)];
  return {
    ...row,
    ...{ p10, half10: p10 },
    // Classes written in another way on each side, and one that no label has.
    said: next() < 0.1 ? undefined : pick(['1', '0']),
    truth: next() < 0.1 ? undefined : pick(['true', 'false']),
    simple: next() < 0.1 ? pick(['NA', '']) : pick(['yes', 'no']),
    // Crossed at times, and at times the actual value itself.
    p90: next() < 0.1 ? middle - 20 : next() < 0.1 ? outcome : middle + 5 + 5 * next(),
    rule: next() < 0.2 ? undefined : middle + 30 * (next() - 0.5),
  };
});
const INTERVAL = { lower: 'p10', upper: 'p90' };
const request: Omit<OutcomesRequest, 'selection'> = {
  ...asked,
  roles: {
    ...asked.roles,
    forecast: {
      series: [],
      quantiles: ['p10', 'p90'],
      interval: INTERVAL,
      naive: { field: 'rule' },
      sizes: true,
    },
  },
};
const ROLES = {
  ...{ threshold: 0.5, predicts: true, naive: true },
  quantiles: new Map([
    [0.1, 'p10'],
    [0.9, 'p90'],
  ]),
};

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'modelwatch-forecasts-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

describe.each(testServers())('$name', ({ url, product }) => {
  beforeAll(() => makeIndex(url, INDEX, properties, rows, { number_of_shards: 2 }));

  async function both(more: Partial<OutcomesRequest['roles']> = {}) {
    const own = { ...request, roles: { ...request.roles, ...more } };
    fs.writeFileSync(path.join(folder, 'rows.csv'), csvOf(rows));
    const files = new FileSource({ type: 'file', folder });
    const ofFile = await files.planOutcomes({ ...own, selection: { path: 'rows.csv', timeField: 'at' } }).execute({});
    const ofStore = await sourceAt(url)
      .planOutcomes({ ...own, selection: { index: INDEX, timeField: 'at' } })
      .execute({});
    const [store, file] = [ofStore, ofFile].map(({ cells }) => mergeOutcomes(cells.map(({ outcomes }) => outcomes)));
    return { store, file, ofStore, ofFile };
  }

  const metricsOf = async (metric: PerformanceMetric) => {
    const { store, file } = await both();
    return [store, file].map((outcomes) => measurePerformance(metric, outcomes, ROLES));
  };

  // The Elasticsearch of the tests has no scripts.
  if (product === 'OpenSearch') {
    it.each(['mae', 'pinball_loss', 'skill', 'coverage', 'interval_width'] as const)(
      'tells %s as the rows do',
      async (metric) => {
        const [mine, exact] = await metricsOf(metric);
        expect(exact.value).not.toBeNull();
        for (const name of ['value', 'low', 'high', 'boundLow', 'boundHigh'] as const) {
          expect(typeof mine[name]).toBe(typeof exact[name]);
          expect(mine[name] ?? 0).toBeCloseTo(exact[name] ?? 0, 9);
        }
        expect(mine.rows).toBe(exact.rows);
      }
    );

    it.each(['absolute_error_p50', 'absolute_error_p90', 'absolute_error_p99'] as const)(
      'bounds %s to three percent',
      async (metric) => {
        const [mine, exact] = await metricsOf(metric);
        const value = exact.value ?? NaN;
        expect(mine.boundLow).toBeLessThanOrEqual(value);
        expect(mine.boundHigh).toBeGreaterThanOrEqual(value);
        expect((mine.boundHigh ?? NaN) / (mine.boundLow ?? NaN)).toBeLessThan(1.0301);
        if (exact.low !== null && exact.high !== null) {
          expect(mine.low).toBeLessThanOrEqual(exact.low);
          expect(mine.high).toBeGreaterThanOrEqual(exact.high);
        }
        expect(mine.rows).toBe(exact.rows);
      }
    );

    it('counts rows without a naive forecast, and crossed quantiles', async () => {
      const { store, file, ofStore, ofFile } = await both();
      expect(file.forecasts?.naive?.without).toBeGreaterThan(0);
      expect(store.forecasts?.naive?.without).toBe(file.forecasts?.naive?.without);
      expect(ofFile.findings.crossed).toBeGreaterThan(0);
      expect(ofStore.findings.crossed).toBe(ofFile.findings.crossed);
    });

    it('compares no numbers of different precision, and says which', async () => {
      const { store, ofStore } = await both({
        forecast: { ...request.roles.forecast!, interval: { ...INTERVAL, lower: 'half10' } },
      });
      expect(measurePerformance('coverage', store, ROLES).undefined).toMatch('row by row');
      expect(ofStore.notices.map(noticeText)).toContainEqual(
        expect.stringMatching(/different precision.*"half10" \(half_float\)/)
      );
    });
  } else {
    it('bounds pinball loss and skill without scripts, and says what is not told', async () => {
      // Of a single quantile none is crossed.
      const forecast = { ...request.roles.forecast!, quantiles: ['p10'], interval: null };
      const one = await both({ forecast });
      for (const metric of ['pinball_loss', 'skill'] as const) {
        const roles = { ...ROLES, quantiles: new Map([[0.1, 'p10']]) };
        const [bounded, exact] = [one.store, one.file].map((outcomes) => measurePerformance(metric, outcomes, roles));
        expect(exact.boundLow).toBe(exact.boundHigh);
        expect(bounded.boundLow).toBeLessThanOrEqual((exact.value ?? NaN) + 1e-9);
        expect(bounded.boundHigh).toBeGreaterThanOrEqual((exact.value ?? NaN) - 1e-9);
      }
      const { store, ofStore } = await both();
      expect(measurePerformance('coverage', store, ROLES).undefined).toMatch('row by row');
      expect(measurePerformance('absolute_error_p90', store, ROLES).undefined).toMatch('single errors');
      expect(ofStore.notices.map(noticeText)).toContainEqual(
        expect.stringMatching(/runs no scripts.*coverage.*script\.allowed_types/)
      );
    });
  }

  it.each([['said'], ['simple']])(
    'compares classes with those of a simple rule in "%s" as the rows do',
    async (field) => {
      const roles = { threshold: 0.5, predicts: true, naive: true };
      const { store, file } = await both({
        ...{ task: 'classification', prediction: 'said', label: { field: 'truth' } },
        forecast: { series: [], quantiles: [], interval: null, naive: { field }, sizes: false },
      });
      expect(file.forecasts?.naive?.rows).toBeGreaterThan(300);
      expect(store.forecasts?.naive).toEqual(file.forecasts?.naive);
      expect(measurePerformance('skill', store, roles)).toEqual(measurePerformance('skill', file, roles));
    }
  );

  it('refuses horizons that are to be derived from times', () => {
    const forecast = { series: [], quantiles: [], interval: null, sizes: false, targetField: 'labelled', step: '1d' };
    const plan = () =>
      sourceAt(url).planOutcomes({
        ...{ ...request, roles: { ...request.roles, forecast } },
        selection: { index: INDEX, timeField: 'at' },
      });
    expect(plan).toThrow('"forecast.horizon"');
  });
});

it('has rows with and without each number', () => {
  expect(rows.every(({ at }) => (at as number) >= START)).toBe(true);
  expect(rows.some(({ rule }) => rule === undefined)).toBe(true);
});
