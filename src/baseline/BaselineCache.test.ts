/** @jest-environment node */
import path from 'node:path';
import { sampleFromNumbers } from '../distribution/sampleFromValues';
import { FileSource } from '../sources/file/FileSource';
import type { DistributionRequest, DistributionSet, Source } from '../sources/Source';
import { BaselineCache } from './BaselineCache';
import { baselineKey } from './baselineKey';

const set = (size: number): DistributionSet => ({
  cells: [{ window: 0, segment: {}, feature: 'x', distribution: sampleFromNumbers(new Float64Array(size)) }],
  notices: [],
});
const counted = (size: number) => jest.fn(() => Promise.resolve(set(size)));

describe('BaselineCache', () => {
  it('reads once', async () => {
    const [cache, read] = [new BaselineCache(), counted(10)];
    expect(await cache.get('a', read)).toBe(await cache.get('a', read));
    expect(read).toHaveBeenCalledTimes(1);
    await cache.get('b', read);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('is bounded in bytes: the least recently used goes first', async () => {
    const [cache, read] = [new BaselineCache({ megabytes: 1 }), counted(50_000)];
    for (const key of ['a', 'b', 'c', 'a']) {
      await cache.get(key, read);
    }
    expect(read).toHaveBeenCalledTimes(4);
  });

  it('is bounded in age', async () => {
    const [cache, read] = [new BaselineCache({ age: 1 }), counted(10)];
    await cache.get('a', read);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await cache.get('a', read);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('does not keep what a store warned of', async () => {
    const [cache, read] = [new BaselineCache(), counted(10)];
    const warned = { ...set(5), notices: ['partial response'], warned: true };
    expect(await cache.get('a', () => Promise.resolve(warned))).toBe(warned);
    expect((await cache.get('a', read)).cells[0].distribution.counts.total).toBe(10);
    await cache.get('a', read);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('does not keep a failure', async () => {
    const cache = new BaselineCache();
    await expect(cache.get('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect((await cache.get('a', counted(1))).cells).toHaveLength(1);
  });
});

describe('baselineKey', () => {
  const now = Date.parse('2026-01-15T12:00:00Z');
  const request = (to: number): DistributionRequest => ({
    selection: { path: 'flights.parquet', timeField: 'time' },
    features: [{ name: 'x', type: 'numeric' }],
    windows: [{ from: 0, to }],
    segmentBy: [],
  });
  const store = { connection: 'logs', source: {} as Source };

  it('keeps what has settled, and nothing that may still change', async () => {
    expect(await baselineKey('1/a/0', store, request(now - 3_600_000), now)).not.toBeNull();
    expect(await baselineKey('1/a/0', store, request(now - 60_000), now)).toBeNull();
    expect(await baselineKey('1/a/0', store, { ...request(0), windows: [null] }, now)).toBeNull();
  });

  it('differs by data source, organization, settings, connection and request', async () => {
    const settled = request(now - 3_600_000);
    const keys = await Promise.all([
      baselineKey('1/a/0', store, settled, now),
      baselineKey('2/a/0', store, settled, now),
      baselineKey('1/b/0', store, settled, now),
      baselineKey('1/a/1', store, settled, now),
      baselineKey('1/a/0', { ...store, connection: 'other' }, settled, now),
      baselineKey('1/a/0', store, request(now - 7_200_000), now),
    ]);
    expect(new Set(keys).size).toBe(6);
  });

  it('keeps a file by its version, whatever its times', async () => {
    const source = new FileSource({ type: 'file', folder: path.resolve('demo') });
    const whole = { ...request(0), windows: [null] };
    expect(await baselineKey('1/a/0', { connection: 'files', source }, whole, now)).toContain('flights.parquet');
  });
});
