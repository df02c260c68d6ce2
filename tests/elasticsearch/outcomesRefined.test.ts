import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { connectionsSchema } from '../../src/evaluate/connections';
import { evaluate } from '../../src/evaluate/evaluate';
import type { PerformanceResult } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import { csvOf } from './support/csvOf';
import { numbersFrom, type Row, START } from './support/outcomeCases';
import { testServers } from './support/servers';
import { makeIndex } from './support/store';

const DAY = 86_400_000;
const keyword = { type: 'keyword' };
const properties = { at: { type: 'date' }, actual: keyword, country: keyword, score: { type: 'double' } };

/** So many segments that the store counts few buckets of each; only one has many rows. */
const next = numbersFrom(9);
const rows = Array.from({ length: 9000 }, (_, i): Row => {
  const score = (next() + next()) / 2;
  const country = next() < 0.95 ? 'main' : `other${Math.floor(next() * 60)}`;
  return {
    at: START + Math.floor((i / 9000) * 28 * DAY),
    score,
    country,
    actual: next() < score ** 3 ? 'bad' : 'good',
  };
});

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'modelwatch-refined-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));
const range = { from: START, to: START + 28 * DAY };

describe.each(testServers())('$name', ({ url }) => {
  const connections = connectionsSchema.parse({
    logs: { type: 'elasticsearch', url },
    files: { type: 'file', folder },
  });
  beforeAll(async () => {
    await makeIndex(url, 'outcomes-refined', properties, rows, { number_of_shards: 2 });
    fs.writeFileSync(path.join(folder, 'rows.csv'), csvOf(rows));
  });

  async function ask(place: object, objective?: number) {
    const query = parseQuery({
      ...{ kind: 'performance', score: 'score', positive: 'bad', segmentBy: ['country'] },
      ...{ label: { field: 'actual' }, metrics: ['average_precision'] },
      ...(objective !== undefined && { objective: { average_precision: objective } }),
      current: { ...place, timeField: 'at' },
    });
    const { verdicts } = (await evaluate(query, { range, now: range.to, connections })) as PerformanceResult;
    return verdicts.find(({ segment }) => segment.country === 'main');
  }
  const STORE = { connection: 'logs', index: 'outcomes-refined' };
  const FILE = { connection: 'files', path: 'rows.csv' };
  const width = (one: Awaited<ReturnType<typeof ask>>) =>
    (one?.current.boundHigh ?? NaN) - (one?.current.boundLow ?? NaN);

  it('narrows buckets until an objective is decided as the rows decide it', async () => {
    const exact = await ask(FILE);
    const coarse = await ask(STORE);
    expect(width(coarse)).toBeGreaterThan(0.005);
    // Met by the rows, and not by the lower bound of wide buckets.
    const met = (exact?.current.low ?? NaN) - width(coarse) / 8;
    expect((await ask(FILE, met))?.verdict).toBe('not_worse');
    const fine = await ask(STORE, met);
    expect(width(fine)).toBeLessThan(width(coarse) / 3);
    expect(fine?.verdict).toBe('not_worse');
  });

  it('asks no more where nothing is open', async () => {
    const coarse = await ask(STORE);
    // Where the store puts quantiles is not the same each time.
    expect(width(await ask(STORE, 0.01))).toBeGreaterThan(0.9 * width(coarse));
  });
});
