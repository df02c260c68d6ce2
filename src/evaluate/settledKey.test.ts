/** @jest-environment node */
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseQuery } from '../query/parseQuery';
import type { Annotations } from './Annotations';
import { connectionsSchema } from './connections';
import { settledKey } from './settledKey';

const folder = mkdtempSync(join(tmpdir(), 'modelwatch-settled-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'log.csv'), 'time,x\n2026-01-01T00:00:00Z,1\n');
writeFileSync(join(folder, 'training.csv'), 'x\n1\n');
writeFileSync(join(folder, 'january.json'), '{}');

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 5, 15, 12, 30);
const connections = connectionsSchema.parse({
  files: { type: 'file', folder },
  metrics: { type: 'prometheus', url: 'http://127.0.0.1:9' },
  logs: { type: 'elasticsearch', url: 'http://127.0.0.1:9' },
});
const FILE = { connection: 'files', path: 'log.csv', timeField: 'time', features: [{ name: 'x' }] };
const STORE = { connection: 'logs', index: 'log', timeField: 'time', features: [{ name: 'x' }] };

function keyOf(
  query: object,
  range: [number, number] | null = [NOW - 3 * DAY, NOW],
  now = NOW,
  annotations?: Annotations
) {
  const parsed = parseQuery({
    kind: 'drift',
    current: FILE,
    baseline: { kind: 'previous', offset: '7d' },
    window: '1h',
    ...query,
  });
  const context = { range: range && { from: range[0], to: range[1] }, now, connections, profiles: folder, annotations };
  return settledKey(parsed, context);
}

it('is the same as long as the complete windows are', async () => {
  const first = await keyOf({});
  expect(first).toMatchObject({ versioned: true });
  expect(await keyOf({}, [NOW - 3 * DAY + 1000, NOW + 1000], NOW + 1000)).toEqual(first);
  expect((await keyOf({}, [NOW - 3 * DAY, NOW + HOUR], NOW + HOUR))?.key).not.toBe(first?.key);
});

it('differs with the question, with how it is shown, and with the data', async () => {
  const first = await keyOf({});
  expect((await keyOf({ decision: { alpha: 0.01 } }))?.key).not.toBe(first?.key);
  expect((await keyOf({ detail: true }))?.key).not.toBe(first?.key);
  utimesSync(join(folder, 'log.csv'), 1, 1);
  expect((await keyOf({}))?.key).not.toBe(first?.key);
});

it('differs with what annotations say', async () => {
  const timed = { window: '1d', baseline: { kind: 'seasonal' }, decision: { significance: 'calibrated' } };
  const [plain, marked] = await Promise.all(
    [[], [{ mark: 'accept' as const, from: 1, to: 1 }]].map((marks) =>
      keyOf(timed, undefined, NOW, { marks, tagged: new Map(), notices: [] })
    )
  );
  expect(plain).not.toBeNull();
  expect(marked?.key).not.toBe(plain?.key);
});

it('differs with a baseline of other data, or a stored one', async () => {
  const training = { baseline: { kind: 'selection', path: 'training.csv' } };
  const profile = { baseline: { kind: 'profile', id: 'january' } };
  const [before, stored] = [await keyOf(training), await keyOf(profile)];
  expect([before, stored]).toEqual([expect.anything(), expect.anything()]);
  utimesSync(join(folder, 'training.csv'), 1, 1);
  utimesSync(join(folder, 'january.json'), 1, 1);
  expect((await keyOf(training))?.key).not.toBe(before?.key);
  expect((await keyOf(profile))?.key).not.toBe(stored?.key);
});

it.each<[string, object, [number, number] | null]>([
  ['without a range', {}, null],
  ['of a range that has not ended', { window: 'range' }, [NOW - DAY, NOW + HOUR]],
  ['of a range whose end the delay cuts', { window: 'range', delay: '2h' }, [NOW - DAY, NOW - HOUR]],
  [
    'with a baseline that counts from now',
    { baseline: { kind: 'window', from: 'now-30d', to: 'now-7d' } },
    [NOW - DAY, NOW],
  ],
  [
    'with an exclusion that counts from now',
    {
      window: '1d',
      baseline: { kind: 'seasonal' },
      decision: { significance: 'calibrated', exclude: [{ from: 'now-30d', to: 'now-29d' }] },
    },
    [NOW - 3 * DAY, NOW],
  ],
  ['of a store that may still be given rows', { current: STORE }, [NOW - 3 * DAY, Date.UTC(2026, 5, 15, 12, 20)]],
  [
    'of a whole index',
    { current: STORE, baseline: { kind: 'selection', index: 'training' } },
    [NOW - 9 * DAY, NOW - DAY],
  ],
])('there is none %s', async (_, query, range) => {
  const now = 'current' in query && !('baseline' in query) ? Date.UTC(2026, 5, 15, 12, 5) : NOW;
  expect(await keyOf(query, range, now)).toBeNull();
});

it('holds for a while over stores that tell no versions, where all windows have settled', async () => {
  expect(await keyOf({ current: STORE }, [NOW - 3 * DAY, NOW])).toMatchObject({ versioned: false });
  const volume = {
    kind: 'volume',
    current: { connection: 'metrics' },
    measures: [{ name: 'calls', expr: 'sum(rate(calls_total[5m]))' }],
  };
  expect(await keyOf(volume)).toMatchObject({ versioned: false });
});
