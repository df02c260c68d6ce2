import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import { modelwatch, type ResultRow } from '../cli/modelwatch';
import { DEMO, FEBRUARY, JULY } from './support/flights';
import { testServers } from './support/servers';

const iso = (time: number) => new Date(time).toISOString();
const features = [
  { name: 'distance_miles', type: 'numeric' },
  { name: 'probability_late', type: 'numeric' },
  { name: 'carrier', type: 'categorical' },
];

describe.each(testServers())('$name, from the shell', ({ url }) => {
  let folder: string;
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'modelwatch-command-'));
    const connections = {
      logs: { type: 'elasticsearch', url, username: 'reader', passwordEnv: 'LOGS_PASSWORD' },
      files: { type: 'file', folder: DEMO },
    };
    fs.writeFileSync(path.join(folder, 'connections.yaml'), stringify({ connections }));
  });
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  function query(current: Record<string, unknown>, env: Record<string, string> = { LOGS_PASSWORD: 'swordfish' }) {
    const baseline = { kind: 'window', from: iso(FEBRUARY.from), to: iso(FEBRUARY.to) };
    const asked = { version: 1, kind: 'drift', current: { timeField: 'time', features, ...current }, baseline };
    const file = path.join(folder, 'query.json');
    fs.writeFileSync(file, JSON.stringify(asked));
    const range = ['--from', iso(JULY.from), '--to', iso(JULY.to)];
    const connections = ['--connections', path.join(folder, 'connections.yaml')];
    return modelwatch(['query', file, ...range, ...connections, '--format', 'json'], {
      env: { ...process.env, ...env },
    });
  }

  const decided = (stdout: string) =>
    (JSON.parse(stdout) as { results: ResultRow[] }).results
      .filter(({ deciding }) => deciding)
      .map(({ feature, verdict, n_baseline: before, n_current: after }) => ({ feature, verdict, before, after }));

  it('answers a stored query as the raw rows do', async () => {
    const counted = await query({ connection: 'logs', index: 'flights-three' });
    expect([counted.status, counted.stderr]).toEqual([0, '']);
    const raw = await query({ connection: 'files', path: 'flights.parquet' });
    expect(decided(counted.stdout)).toEqual(decided(raw.stdout));
    expect(decided(counted.stdout)).toHaveLength(3);
  });

  it('gives one line and status 2 for what is wrong', async () => {
    const nowhere = await query({ connection: 'logs', index: 'nowhere' });
    expect([nowhere.status, nowhere.stdout]).toEqual([2, '']);
    expect(nowhere.stderr.trim().split('\n')).toEqual([expect.stringMatching(/has no index "nowhere"/)]);
    const closed = await query({ connection: 'logs', index: 'flights-one' }, { LOGS_PASSWORD: '' });
    expect(closed.stderr).toMatch(/LOGS_PASSWORD/);
    expect(closed.status).toBe(2);
  });
});
