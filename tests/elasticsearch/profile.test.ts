import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { connectionsSchema } from '../../src/evaluate/connections';
import { evaluate } from '../../src/evaluate/evaluate';
import type { DistributionResult, QualityResult } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import { driftOf, expectBracketed, writeProfile } from '../support/profileCase';
import { DEMO, FEBRUARY, JULY } from './support/flights';
import { testServers } from './support/servers';

const features = ['probability_late', 'distance_miles', 'temperature_f', 'carrier', 'prediction'];
const iso = (time: number) => new Date(time).toISOString();
const window = { kind: 'window', from: iso(FEBRUARY.from), to: iso(FEBRUARY.to) };

describe.each(testServers())('$name: profiles', ({ url }) => {
  let folder: string;
  const connections = connectionsSchema.parse({
    logs: { type: 'elasticsearch', url },
    files: { type: 'file', folder: DEMO },
  });
  const place = { timeField: 'time', features: features.map((name) => ({ name })) };
  const counted = { ...place, connection: 'logs', index: 'flights-three' };
  const rows = { ...place, connection: 'files', path: 'flights.parquet' };
  const ask = (current: object, baseline: object) =>
    driftOf({ current, baseline }, { range: JULY, connections, profiles: folder });

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'modelwatch-profiles-'));
    await writeProfile(folder, 'of-rows', connections, rows, FEBRUARY);
    await writeProfile(folder, 'of-store', connections, counted, FEBRUARY);
    await writeProfile(folder, 'private', connections, counted, FEBRUARY, 200);
  });
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  it('is a baseline for documents, wherever it was written, with the verdicts of the rows', async () => {
    const exact = await ask(rows, window);
    expect(exact.size).toBe(features.length);
    expectBracketed(await ask(counted, { kind: 'profile', id: 'of-rows' }), exact, { slack: 1e-6 });
    expectBracketed(await ask(counted, { kind: 'profile', id: 'of-store' }), exact, { slack: 1e-6 });
    expectBracketed(await ask(rows, { kind: 'profile', id: 'of-store' }), exact, { slack: 1e-6 });
  });

  it('keeps what a store counted with few together, where that is asked for', async () => {
    const { profile, text } = await writeProfile(folder, 'private', connections, counted, FEBRUARY, 200);
    profile.columns.forEach(({ distribution }) => {
      const counts = distribution?.kind === 'histogram' ? distribution.bins : [];
      expect(counts.every((count) => count >= 200)).toBe(true);
      expect(distribution).not.toHaveProperty('minimum');
    });
    // Nothing says where the store is.
    expect(text).not.toContain(new URL(url).host);
    expect(profile.source).toEqual({
      name: 'flights',
      connection: 'logs',
      from: iso(FEBRUARY.from),
      to: iso(FEBRUARY.to),
    });
    const verdicts = await ask(counted, { kind: 'profile', id: 'private' });
    expect(verdicts.get('temperature_f')?.verdict).toBe('drift');
  });

  it('is drawn, and checked against', async () => {
    const answer = async (kind: string) => {
      const query = { kind, current: counted, baseline: { kind: 'profile', id: 'of-rows' } };
      return evaluate(parseQuery(query), { range: JULY, now: JULY.to, connections, profiles: folder });
    };
    const drawn = (await answer('distribution')) as DistributionResult;
    expect(drawn.features.map(({ feature }) => feature)).toEqual(features);
    const checked = (await answer('quality')) as QualityResult;
    expect(checked.kind).toBe('quality');
    expect(checked.baseline.facts).toMatchObject({ profile: 'of-rows' });
    expect(checked.verdicts.length).toBeGreaterThanOrEqual(features.length);
  });

  it('is none of no rows', async () => {
    const before = { from: FEBRUARY.from - 1e9, to: FEBRUARY.from - 5e8 };
    await expect(writeProfile(folder, 'none', connections, counted, before)).rejects.toThrow(
      'Nothing is a baseline of no rows'
    );
  });
});
