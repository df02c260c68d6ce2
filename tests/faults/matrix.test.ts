import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import zlib from 'node:zlib';
import type { HealthAnswer } from '../../src/backend/tasks/Task';
import { FAULTS, FaultyStore, outcomeOf, settingsOf } from './support';

const TIMES = { from: 1_700_000_000_000, to: 1_700_007_200_000 };
const baseline = { kind: 'previous', offset: '1d' };
const KINDS = ['drift', 'distribution', 'quality', 'volume', 'versions'] as const;
const FORMATS: Partial<Record<(typeof KINDS)[number], string>> = { drift: 'alert', volume: 'alert', quality: 'alert' };

function queryOf(kind: (typeof KINDS)[number], current: object): string {
  const format = FORMATS[kind] === undefined ? {} : { format: FORMATS[kind] };
  const common = { kind, window: '1h', ...format };
  switch (kind) {
    case 'volume':
      return JSON.stringify({ ...common, current, baseline, measures: [measureOf(current)] });
    case 'versions':
      return JSON.stringify({ ...common, current: { ...current, timeField: 't' }, feature: featureOf(current) });
    default:
      return JSON.stringify({ ...common, current, baseline });
  }
}

function measureOf(current: object) {
  return 'index' in current
    ? { name: 'calls', aggregate: 'count' }
    : { name: 'calls', expr: 'sum(increase(x_total[$__window]))' };
}

function featureOf(current: object) {
  return 'index' in current ? { name: 'x' } : { name: 'x', metric: 'x_total', label: 'version' };
}

describe.each(['prometheus', 'elasticsearch'])('a store of the type %s', (type) => {
  let store: FaultyStore;
  beforeAll(async () => {
    store = await FaultyStore.start();
  });
  afterAll(() => store.stop());
  const settings = () => settingsOf({ store: { type, url: store.url, timeout: '400ms' } });
  const current =
    type === 'prometheus'
      ? { features: [{ name: 'x', metric: 'x_total' }] }
      : { index: 'i', timeField: 't', features: [{ name: 'x' }] };

  describe.each(FAULTS)('whose answers %s', (fault) => {
    it.each(KINDS)('gives a query of the kind %s an error that is its own, in time, and no number', async (kind) => {
      store.fault = fault;
      const begun = performance.now();
      const task = {
        kind: 'query',
        settings: settings(),
        refId: 'A',
        query: queryOf(kind, current),
        ...TIMES,
      } as const;
      const outcome = await outcomeOf(task);
      expect(performance.now() - begun).toBeLessThan(8_000);
      if ('failure' in outcome) {
        const { message, status, side, stack } = outcome.failure;
        expect({ message, stack }).toEqual({ message: expect.not.stringContaining('unexpectedly'), stack: undefined });
        expect(side === 'downstream' ? status : message).toBeGreaterThanOrEqual(400);
      } else {
        // An empty answer that says that it is partial may become a table without a verdict.
        expect(fault).toBe('partial');
      }
    });

    it('fails its health check, and not that of another connection', async () => {
      store.fault = fault;
      const good = { type: 'file', folder: tmpdir() };
      const { store: bad } = { store: { type, url: store.url, timeout: '400ms' } };
      const outcome = await outcomeOf({ kind: 'health', settings: settingsOf({ bad, good }) });
      const { ok, message } = (outcome as { answer: HealthAnswer }).answer;
      expect(message).toMatch(/good: The folder has/);
      expect(message).not.toContain('unexpectedly');
      // What a health check asks may be all there in a partial answer.
      expect(!ok || fault === 'partial').toBe(true);
    });
  });
});

describe('a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mw-faults-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const rows = `x,y\n${Array.from({ length: 2000 }, (_, row) => `${row},${row % 7}`).join('\n')}\n`;
  const files: ReadonlyArray<readonly [string, (path: string) => void]> = [
    ['garbage.csv', (path) => writeFileSync(path, Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 31) % 256)))],
    ['garbage.parquet', (path) => writeFileSync(path, Buffer.alloc(4096, 'PAR1'))],
    ['garbage.json', (path) => writeFileSync(path, '[{"a":')],
    ['empty.csv', (path) => writeFileSync(path, '')],
    ['half.csv.gz', (path) => writeFileSync(path, zlib.gzipSync(rows).subarray(0, 800))],
    ['half.parquet', halfParquet],
    ['pipe.csv', (path) => execFileSync('mkfifo', [path])],
    ['unreadable.ndjson', (path) => writeFileSync(path, '{"x":1}\nnot json\n{"x":2}\n')],
  ];

  it.each(files)('%s gives every kind of query an error that says so', async (name, make) => {
    make(join(folder, name));
    const settings = settingsOf({ files: { type: 'file', folder } });
    for (const kind of ['drift', 'quality'] as const) {
      const query = JSON.stringify({ kind, current: { path: name }, baseline: { kind: 'selection', path: name } });
      const outcome = await outcomeOf({ kind: 'query', settings, refId: 'A', query, ...TIMES });
      expect(outcome).toMatchObject({ failure: { message: expect.not.stringContaining('unexpectedly') } });
      expect(JSON.stringify(outcome)).not.toContain(folder);
    }
  });

  function halfParquet(path: string): void {
    copyFileSync('tests/fixtures/parquet/snappy-v1.parquet', path);
    truncateSync(path, Math.floor(readFileSync(path).length / 2));
  }
});
