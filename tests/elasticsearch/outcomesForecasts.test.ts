import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { mergeOutcomes } from '../../src/outcomes/mergeOutcomes';
import { measurePerformance } from '../../src/statistics/performance/measurePerformance';
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
};
const next = numbersFrom(24);
const { rows: plain, request: asked } = numberCase(3, 600);
const rows = plain.map((row): Row => {
  const { forecast, outcome } = row as { forecast?: number; outcome?: number };
  const middle = forecast ?? outcome ?? 0;
  return {
    ...row,
    p10: next() < 0.1 ? undefined : middle - 5 - 5 * next(),
    p90: middle + 5 + 5 * next(),
    rule: next() < 0.2 ? undefined : middle + 30 * (next() - 0.5),
  };
});
const request: Omit<OutcomesRequest, 'selection'> = {
  ...asked,
  roles: {
    ...asked.roles,
    forecast: {
      series: [],
      quantiles: ['p10', 'p90'],
      interval: { lower: 'p10', upper: 'p90' },
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

describe.each(testServers())('$name', ({ url }) => {
  beforeAll(() => makeIndex(url, INDEX, properties, rows, { number_of_shards: 2 }));

  async function both() {
    fs.writeFileSync(path.join(folder, 'rows.csv'), csvOf(rows));
    const files = new FileSource({ type: 'file', folder });
    const ofFile = await files
      .planOutcomes({ ...request, selection: { path: 'rows.csv', timeField: 'at' } })
      .execute({});
    const ofStore = await sourceAt(url)
      .planOutcomes({ ...request, selection: { index: INDEX, timeField: 'at' } })
      .execute({});
    return [ofStore, ofFile].map(({ cells }) => mergeOutcomes(cells.map(({ outcomes }) => outcomes)));
  }

  it('bounds pinball loss and skill, and tells neither coverage nor single errors', async () => {
    const [store, file] = await both();
    for (const metric of ['pinball_loss', 'skill'] as const) {
      const [bounded, exact] = [store, file].map((outcomes) => measurePerformance(metric, outcomes, ROLES));
      expect(exact.boundLow).toBe(exact.boundHigh);
      expect(bounded.boundLow).toBeLessThanOrEqual((exact.value ?? NaN) + 1e-9);
      expect(bounded.boundHigh).toBeGreaterThanOrEqual((exact.value ?? NaN) - 1e-9);
      expect(bounded.rows).toBe(exact.rows);
    }
    expect(store.forecasts?.naive?.without).toBe(file.forecasts?.naive?.without);
    expect(measurePerformance('coverage', store, ROLES).undefined).toMatch('row by row');
    expect(measurePerformance('absolute_error_p90', store, ROLES).undefined).toMatch('single errors');
    expect(measurePerformance('coverage', file, ROLES).value).toBeGreaterThan(0);
  });

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
