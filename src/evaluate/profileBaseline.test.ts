/** @jest-environment node */
import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeProfile } from '../baseline/profile/makeProfile';
import type { Profile } from '../baseline/profile/profileSchema';
import { parseQuery } from '../query/parseQuery';
import { connectionsSchema, sourceOf } from './connections';
import { evaluate } from './evaluate';
import type { DistributionResult, DriftResult } from './Result';

const folder = mkdtempSync(path.join(tmpdir(), 'profile-'));
const profiles = path.join(folder, 'profiles');
const connections = connectionsSchema.parse({
  flights: { type: 'file', folder: path.resolve('demo') },
  others: { type: 'file', folder: path.resolve('demo') },
});
const selection = { connection: 'flights', path: 'flights.parquet', timeField: 'time' };
const TRAINING = { ...selection, timeField: undefined, query: 'model_version:1-backtest' };
const JUNE = { from: Date.parse('2013-06-01T04:00:00Z'), to: Date.parse('2013-07-01T04:00:00Z') };

let training: Profile;

async function write(id: string, minimumCount: number) {
  const profile = await makeProfile(
    sourceOf(connections, 'flights'),
    {
      selection: TRAINING,
      range: null,
      types: new Map(),
      minimumCount,
      labels: { model: 'delay' },
      created: '2026-11-26T00:00:00Z',
      version: '0.0.0',
      source: { name: 'flights.parquet', bytes: 1, sha256: 'abc', git_commit: 'def' },
    },
    {}
  );
  writeFileSync(path.join(profiles, `${id}.json`), JSON.stringify(profile));
  return profile;
}

// The whole of the demo's data is read, which takes its time where other tests run beside it.
jest.setTimeout(60_000);

beforeAll(async () => {
  mkdirSync(profiles);
  training = await write('training', 0);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function ask<Result>(query: object, range: typeof JUNE | null = JUNE): Promise<Result> {
  const parsed = parseQuery({ kind: 'drift', current: selection, ...query });
  return (await evaluate(parsed, { range, now: Date.now(), connections, profiles })) as Result;
}
const stored = { baseline: { kind: 'profile', id: 'training' } };
const fromRows = { baseline: { kind: 'selection', path: 'flights.parquet', query: 'model_version:1-backtest' } };
const names = ['probability_late', 'distance_miles', 'temperature_f', 'pressure_mbar', 'wind_speed_mph', 'carrier'];
const features = [...names, 'destination', 'prediction', 'airport_delay_minutes'].map((name) => ({ name }));

describe('a profile as baseline', () => {
  it('leads to the verdicts of the rows that it was made of, and brackets their statistics', async () => {
    const current = { ...selection, features };
    const [kept, raw] = await Promise.all([
      ask<DriftResult>({ current, ...stored }),
      ask<DriftResult>({ current, ...fromRows }),
    ]);
    expect(kept.verdicts).toHaveLength(features.length);
    kept.verdicts.forEach((one, i) => {
      const other = raw.verdicts[i];
      expect([one.comparison.feature, one.verdict]).toEqual([other.comparison.feature, other.verdict]);
      expect(one.comparison.type).toBe(other.comparison.type);
      expect(one.comparison.baseline.counts).toEqual(other.comparison.baseline.counts);
      one.tests.forEach((test) => {
        const exact = other.tests.find((same) => same.test === test.test)?.statistic ?? null;
        if (exact !== null && test.statisticLow !== null && test.statisticHigh !== null) {
          expect(test.statisticLow).toBeLessThanOrEqual(exact + 1e-9);
          expect(test.statisticHigh).toBeGreaterThanOrEqual(exact - 1e-9);
          if (test.test === 'ks') {
            expect(test.statisticHigh - test.statisticLow).toBeLessThan(0.006);
          }
        }
      });
    });
  });

  it('compares all columns that it keeps, where the query lists none', async () => {
    const { verdicts, notices } = await ask<DriftResult>(stored);
    const compared = verdicts.map(({ comparison }) => comparison.feature);
    expect(compared).toEqual(expect.arrayContaining(['carrier', 'scheduled_hour', 'probability_late']));
    expect(compared).not.toContain('flight_id');
    expect(notices.join()).toContain('Not compared, since times and identifiers have no drift');
  });

  it('says where it comes from', async () => {
    const { baseline } = await ask<DriftResult>({
      current: { ...selection, features: [{ name: 'carrier' }] },
      ...stored,
    });
    expect(baseline.kind).toBe('profile');
    expect(baseline.description).toMatch(
      /^the profile "training" of flights.parquet \([\d,]+ rows, written 2026-11-26\)$/
    );
    expect(baseline.facts).toMatchObject({
      sha256: 'abc',
      git_commit: 'def',
      label_model: 'delay',
      query: TRAINING.query,
    });
  });

  it('stands beside each segment and each window as a whole', async () => {
    const { verdicts } = await ask<DriftResult>({
      current: { ...selection, features: [{ name: 'distance_miles' }] },
      segmentBy: ['origin'],
      window: '1w',
      ...stored,
    });
    expect(new Set(verdicts.map(({ comparison }) => comparison.segment.origin))).toEqual(
      new Set(['EWR', 'JFK', 'LGA'])
    );
    const totals = new Set(verdicts.map(({ comparison }) => comparison.baseline.counts.total));
    expect(totals.size).toBe(1);
  });

  it('is drawn beside the current distribution', async () => {
    const { features: drawn } = await ask<DistributionResult>({
      kind: 'distribution',
      current: { ...selection, features: [{ name: 'temperature_f' }] },
      ...stored,
    });
    expect(drawn[0].shape.kind).toBe('bins');
  });

  it('is checked against, by its schema and its values', async () => {
    const { verdicts } = await ask<DriftResult>({ kind: 'quality', current: { ...selection, features }, ...stored });
    expect(verdicts.length).toBeGreaterThanOrEqual(features.length);
  });

  it('keeps nothing that fewer rows than asked for have in common', async () => {
    const { columns } = await write('private', 50);
    const destination = columns.find(({ name }) => name === 'destination')?.distribution;
    expect(destination?.kind === 'categories' && destination.categories.every(([, count]) => count >= 50)).toBe(true);
    expect(destination?.kind === 'categories' && destination.rest).toBeGreaterThan(0);
    const hidden = columns.map(({ distribution }) => distribution).filter((one) => one?.kind === 'histogram');
    hidden.forEach((one) => {
      expect(one?.kind === 'histogram' && one.bins.every((count) => count >= 50)).toBe(true);
      expect(one).not.toHaveProperty('minimum');
    });
    const current = { ...selection, features: [{ name: 'destination' }, { name: 'temperature_f' }] };
    const { verdicts } = await ask<DriftResult>({ current, baseline: { kind: 'profile', id: 'private' } });
    const [town] = verdicts.filter(({ comparison }) => comparison.feature === 'destination');
    // Rare ones are in the rest on both sides: none of them is new.
    expect(town.categories?.filter(({ change }) => change === 'new') ?? []).toEqual([]);
    expect(verdicts.find(({ comparison }) => comparison.feature === 'temperature_f')?.verdict).toBe('drift');
  });
});

describe('a profile that is not to be had', () => {
  it.each([
    ['elsewhere', 'There is no profile "elsewhere". There is '],
    ['../secret', 'lies outside the folder of profiles'],
    ['/etc/passwd', 'lies outside the folder of profiles'],
    ['link', 'lies outside the folder of profiles'],
    ['rows', 'is no profile, but something else in JSON'],
    ['text', 'is not JSON'],
    ['damaged', 'is not valid: "columns.0.distribution.edges" do not ascend'],
    ['cut', 'is not JSON'],
    ['newer', 'is of version 2, and this Modelwatch reads version 1'],
  ])('%s', async (id, message) => {
    writeFileSync(path.join(folder, 'secret.json'), '{}');
    symlinkSync(path.join(folder, 'secret.json'), path.join(profiles, 'link.json'), 'file');
    writeFileSync(path.join(profiles, 'rows.json'), '[{"a": 1}]');
    writeFileSync(path.join(profiles, 'text.json'), 'a,b');
    const [column] = training.columns.filter(({ distribution }) => distribution?.kind === 'histogram');
    const edges = column.distribution?.kind === 'histogram' ? column.distribution.edges : [];
    const distribution = { ...column.distribution, edges: [...edges].reverse() };
    const text = JSON.stringify({ ...training, columns: [{ ...column, distribution }] });
    writeFileSync(path.join(profiles, 'damaged.json'), text);
    writeFileSync(path.join(profiles, 'cut.json'), text.slice(0, 1000));
    writeFileSync(path.join(profiles, 'newer.json'), '{"modelwatch_profile": 2}');
    try {
      await expect(ask({ baseline: { kind: 'profile', id } })).rejects.toThrow(message);
    } finally {
      rmSync(path.join(profiles, 'link.json'));
    }
  });

  it('for want of a feature, or of its type', async () => {
    const missing = { ...selection, features: [{ name: 'age', field: 'carrier' }] };
    expect((await ask<DriftResult>({ current: missing, ...stored })).verdicts).toHaveLength(1);
    await expect(ask({ current: { ...selection, features: [{ name: 'age' }] }, ...stored })).rejects.toThrow(
      'has no "age": it has time, flight_id'
    );
    const typed = { ...selection, features: [{ name: 'carrier', type: 'numeric' }] };
    await expect(ask({ current: typed, ...stored })).rejects.toThrow(
      'holds "carrier" as categorical, and it is asked for as numeric'
    );
    const time = { ...selection, features: [{ name: 'flight_id', type: 'categorical' }] };
    await expect(ask({ current: time, ...stored })).rejects.toThrow(
      'keeps no distribution of "flight_id", which is an identifier'
    );
  });

  it('without a folder', async () => {
    const query = parseQuery({ kind: 'drift', current: selection, ...stored });
    await expect(evaluate(query, { range: JUNE, now: Date.now(), connections })).rejects.toThrow(
      'No profile folder is configured'
    );
  });
});
