import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { connectionsSchema } from '../../src/evaluate/connections';
import { evaluate } from '../../src/evaluate/evaluate';
import type { DistributionResult } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import { driftOf, expectBracketed, writeProfile } from '../support/profileCase';
import { BUCKETS, DEMO, FEBRUARY, JULY } from './support/flights';
import { testServers } from './support/servers';

const inputs = Object.keys(BUCKETS);
const iso = (time: number) => new Date(time).toISOString();
const window = { kind: 'window', from: iso(FEBRUARY.from), to: iso(FEBRUARY.to) };
// Missing values are not observed by a histogram: the rows are compared without their missing rate.
const tests = ['ks', 'wasserstein_normed', 'chi_square', 'total_variation'];

describe.each(testServers())('$name: profiles', ({ url }) => {
  let folder: string;
  const connections = connectionsSchema.parse({
    metrics: { type: 'prometheus', url },
    files: { type: 'file', folder: DEMO },
  });
  const counted = {
    connection: 'metrics',
    timeField: 'time',
    matchers: 'model="delay"',
    features: [
      ...inputs.map((name) => ({ name, metric: `flight_${name}` })),
      { name: 'prediction', metric: 'flight_predictions_total', label: 'class' },
    ],
  };
  const rows = {
    connection: 'files',
    path: 'flights.parquet',
    timeField: 'time',
    features: [...inputs, 'prediction'].map((name) => ({ name })),
  };
  const ask = (current: object, baseline: object) =>
    driftOf({ current, baseline, tests }, { range: JULY, connections, profiles: folder });

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'modelwatch-profiles-'));
    await writeProfile(folder, 'of-rows', connections, rows, FEBRUARY);
    await writeProfile(folder, 'of-metrics', connections, counted, FEBRUARY);
  });
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  it('is the baseline that was counted, with the same statistics', async () => {
    const [stored, asked] = [await ask(counted, { kind: 'profile', id: 'of-metrics' }), await ask(counted, window)];
    expect(stored.size).toBe(inputs.length + 1);
    stored.forEach((one, feature) => {
      expect(one.tests).toEqual(asked.get(feature)?.tests);
      expect(one.verdict).toBe(asked.get(feature)?.verdict);
    });
  });

  it('compares metrics with a profile of the training rows, between the buckets that there are', async () => {
    const exact = await ask(rows, window);
    // Metrics are extrapolated by Prometheus: counts are off by a few rows of tens of thousands.
    expectBracketed(await ask(counted, { kind: 'profile', id: 'of-rows' }), exact, { slack: 0.01, hidden: 'warnings' });
    expectBracketed(await ask(rows, { kind: 'profile', id: 'of-metrics' }), exact, { slack: 0.01, hidden: 'warnings' });
  });

  it('is drawn beside metrics, and says what it is of', async () => {
    const query = { kind: 'distribution', current: counted, baseline: { kind: 'profile', id: 'of-rows' } };
    const drawn = (await evaluate(parseQuery(query), {
      ...{ range: JULY, now: JULY.to, connections, profiles: folder },
    })) as DistributionResult;
    expect(drawn.features).toHaveLength(inputs.length + 1);
    expect(drawn.baseline.facts).toMatchObject({ profile: 'of-rows', connection: 'files', from: iso(FEBRUARY.from) });
  });
});
