/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseQuery } from '../../query/parseQuery';
import { evaluate } from '../evaluate';
import type { VersionsResult } from '../Result';

const HOUR = 3_600_000;
const START = Date.UTC(2024, 0, 1);
const folder = mkdtempSync(path.join(tmpdir(), 'modelwatch-versions-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** 40 calls an hour for a day; b takes over at 12:00 in Paris alone, and every tenth call carries no version. */
const lines = Array.from({ length: 24 * 40 }, (_, i) => {
  const city = i % 2 ? 'Paris' : 'Rome';
  const version = i % 10 === 0 ? '' : city === 'Paris' && i >= 12 * 40 ? 'b' : 'a';
  return [new Date(START + (i * HOUR) / 40).toISOString(), version, city].join(',');
});
writeFileSync(path.join(folder, 'log.csv'), ['time,version,city', ...lines, ''].join('\n'));

async function versions(query: object, range: [number, number] | null = [START, START + 24 * HOUR], where = folder) {
  const parsed = parseQuery({
    kind: 'versions',
    window: '1h',
    current: { path: 'log.csv', timeField: 'time' },
    feature: { name: 'version' },
    decision: { minimumCalls: 10 },
    ...query,
  });
  const result = await evaluate(parsed, {
    range: range && { from: range[0], to: range[1] },
    now: Date.UTC(2025, 0, 1),
    connections: { files: { type: 'file', folder: where } },
  });
  return result as VersionsResult;
}

it('follows each segment, and says how many calls carry no version', async () => {
  const { traces, notices } = await versions({ segmentBy: ['city'] });
  expect(traces.map(({ segment, changes }) => [segment.city, changes.map(({ kind }) => kind)])).toEqual([
    ['Paris', ['started', 'took_over', 'vanished']],
    ['Rome', []],
  ]);
  expect(traces[0].versions[0]).toMatchObject({ version: 'b', share: 1, activeSince: START + 12 * HOUR });
  expect(notices).toEqual(['10% of the calls carry no version: the shares are of those that do.']);
});

it('without a range follows all rows', async () => {
  const { traces } = await versions({}, null);
  expect(traces[0].versions.map(({ calls }) => calls).reduce((a, b) => a + b)).toBe(864);
});

it('no data are no versions, and a notice says so', async () => {
  const { traces, notices } = await versions({}, [START + 48 * HOUR, START + 50 * HOUR]);
  expect(traces.map((trace) => trace.versions)).toEqual([[]]);
  const text =
    'log.csv has no rows from 2024-01-03 to 2024-01-03 02:00 UTC. Its rows are from 2024-01-01 to 2024-01-01 23:58 UTC.';
  expect(notices).toEqual([{ severity: 'warning', text }]);
});

it('says where no window has calls enough to tell', async () => {
  const { notices } = await versions({ decision: { minimumCalls: 100 } });
  expect(notices).toContain('No window has 100 calls, so that none tells which version is active: use longer windows.');
});

it.each([
  [{ current: { path: 'log.csv' }, window: 'range' }, 'needs a "timeField"'],
  [{ feature: { name: 'release' } }, 'log.csv has no column "release"'],
  [{ baseline: { kind: 'previous', offset: '1d' } }, 'baseline'],
])('%j: says what makes no sense', async (query, message) => {
  await expect(versions(query)).rejects.toThrow(message);
});

it('finds in the demo that version 2 took over on 1 July, and no other change since April', async () => {
  const flights = {
    current: { path: 'flights.parquet', timeField: 'time' },
    feature: { name: 'model_version' },
    window: '1d',
    decision: {},
  };
  const range: [number, number] = [Date.parse('2013-03-20T04:00:00Z'), Date.parse('2013-08-01T04:00:00Z')];
  const { traces } = await versions(flights, range, path.resolve('demo'));
  const day = (time: number) => new Date(time).toISOString().slice(0, 10);
  expect(traces[0].changes.map(({ kind, version, time }) => [day(time), version, kind])).toEqual([
    ['2013-04-01', '1', 'started'],
    ['2013-04-01', '1', 'took_over'],
    ['2013-04-01', '1-backtest', 'vanished'],
    ['2013-07-01', '2', 'started'],
    ['2013-07-01', '2', 'took_over'],
    ['2013-07-01', '1', 'vanished'],
  ]);
});
