import type { Histogram } from '../../src/distribution/Distribution';
import { connectionsSchema } from '../../src/evaluate/connections';
import { evaluate } from '../../src/evaluate/evaluate';
import type { DriftResult } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import { DEMO, FEBRUARY, JULY } from './support/flights';
import { testServers } from './support/servers';

const iso = (time: number) => new Date(time).toISOString();
const baseline = { kind: 'window', from: iso(FEBRUARY.from), to: iso(FEBRUARY.to) };
/** By feature, segment and window. */
const byKey = ({ verdicts }: DriftResult) =>
  new Map(verdicts.map((one) => [JSON.stringify([one.comparison.feature, one.comparison.segment, one.window]), one]));

/** Everything that must be so whatever was asked: equal where exact is promised, bracketed elsewhere. */
function compareWithRows(counted: DriftResult, raw: DriftResult): void {
  const [store, rows] = [byKey(counted), byKey(raw)];
  expect([...store.keys()].sort()).toEqual([...rows.keys()].sort());
  store.forEach((one, key) => {
    const other = rows.get(key);
    if (other === undefined) {
      throw new Error(key);
    }
    expect([key, one.verdict, one.comparison.type]).toEqual([key, other.verdict, other.comparison.type]);
    for (const side of ['baseline', 'current'] as const) {
      const [mine, theirs] = [one.comparison[side], other.comparison[side]];
      expect([key, mine.counts]).toEqual([key, theirs.counts]);
      if (mine.kind === 'categories' && theirs.kind === 'categories') {
        expect(new Map([...mine.byCategory].sort())).toEqual(new Map([...theirs.byCategory].sort()));
        expect([mine.rest, mine.guarantee]).toEqual([theirs.rest, 'exact']);
      } else if (mine.kind === 'samples' && theirs.kind === 'samples') {
        // Where each bucket held a single value, nothing was lost.
        expect([key, [...mine.sorted]]).toEqual([key, [...theirs.sorted]]);
      } else if (mine.kind === 'histogram' && theirs.kind === 'samples') {
        compareHistogram(mine, theirs.sorted);
      }
    }
    one.tests.forEach((test) => {
      const exact = other.tests.find((same) => same.test === test.test)?.statistic ?? null;
      if (exact !== null && test.statisticLow !== null && test.statisticHigh !== null) {
        expect(test.statisticLow).toBeLessThanOrEqual(exact + 1e-6);
        expect(test.statisticHigh).toBeGreaterThanOrEqual(exact - 1e-6);
      }
    });
  });
}

function compareHistogram({ bins, closed, guarantee, minimum, maximum }: Histogram, sorted: Float64Array): void {
  expect([closed, guarantee]).toEqual(['left', 'exact']);
  if (sorted.length > 0) {
    // A field of single precision holds the nearest such number.
    expect(Math.fround(minimum ?? NaN)).toBe(Math.fround(sorted[0]));
    expect(Math.fround(maximum ?? NaN)).toBe(Math.fround(sorted[sorted.length - 1]));
  }
  expect(bins.reduce((sum, count) => sum + count, 0)).toBe(sorted.length);
}

const fields = { store: { connection: 'logs' }, rows: { connection: 'files', path: 'flights.parquet' } };

describe.each(testServers())('$name', ({ url }) => {
  const connections = connectionsSchema.parse({
    logs: { type: 'elasticsearch', url },
    files: { type: 'file', folder: DEMO },
  });

  async function drift(current: Record<string, unknown>, more: Record<string, unknown> = {}): Promise<DriftResult> {
    const query = parseQuery({ kind: 'drift', baseline, ...more, current: { timeField: 'time', ...current } });
    const result = await evaluate(query, { range: JULY, now: Date.now(), connections });
    if (result.kind !== 'drift') {
      throw new Error('not drift');
    }
    return result;
  }

  it.each(['flights-one', 'flights-three'])(
    'judges all fields of %s as the raw rows, types found out',
    async (index) => {
      const counted = await drift({ ...fields.store, index });
      compareWithRows(counted, await drift(fields.rows));
      expect(counted.notices.join(' ')).toMatch(
        /narrower buckets, to decide: scheduled_minutes \(\d rounds?, known to within [\d.]+\)/
      );
      expect(counted.verdicts.length).toBeGreaterThan(15);
    }
  );

  it('has the counts of the raw rows in every bucket', async () => {
    const features = ['airport_delay_minutes', 'distance_miles', 'scheduled_minutes', 'probability_late'].map(
      (name) => ({
        name,
        type: 'numeric',
      })
    );
    const [counted, raw] = [
      await drift({ ...fields.store, index: 'flights-three', features }),
      await drift({ ...fields.rows, features }),
    ];
    counted.verdicts.forEach(({ comparison }, i) => {
      for (const side of ['baseline', 'current'] as const) {
        const { edges, bins } = comparison[side] as Histogram;
        const theirs = raw.verdicts[i].comparison[side];
        const sorted = theirs.kind === 'samples' ? theirs.sorted : new Float64Array();
        const below = Array.from(edges, (edge) => sorted.filter((value) => value < edge).length);
        expect([...bins]).toEqual(below.slice(1).map((count, bin) => count - below[bin]));
      }
    });
  });

  it('tells segments and days apart as the raw rows do', async () => {
    const features = [
      { name: 'distance_miles', type: 'numeric' },
      { name: 'carrier', type: 'categorical' },
    ];
    const more = { segmentBy: ['origin'], window: '1d', timezone: 'America/New_York' };
    const counted = await drift({ ...fields.store, index: 'flights-three', features }, more);
    const raw = await drift({ ...fields.rows, features }, more);
    compareWithRows(counted, raw);
    expect(counted.verdicts.length).toBeGreaterThan(150);
  });

  it('takes a Lucene query, and a baseline of its own', async () => {
    const features = [
      { name: 'distance_miles', type: 'numeric' },
      { name: 'prediction', type: 'categorical' },
    ];
    const own = (query: string) => ({ baseline: { kind: 'selection', query, from: baseline.from, to: baseline.to } });
    const counted = await drift(
      { ...fields.store, index: 'flights-*', query: 'carrier:UA AND _index:flights-one', features },
      own('carrier:DL AND _index:flights-one')
    );
    const raw = await drift({ ...fields.rows, query: 'carrier:UA', features }, own('carrier:DL'));
    compareWithRows(counted, raw);
  });

  it('compares with the same time of past weeks', async () => {
    const features = [
      { name: 'distance_miles', type: 'numeric' },
      { name: 'airport_delay_minutes', type: 'numeric' },
    ];
    const more = { baseline: { kind: 'seasonal', period: '1w', count: 3 }, window: '1d' };
    const query = (current: Record<string, unknown>) =>
      evaluate(parseQuery({ kind: 'drift', ...more, current: { timeField: 'time', features, ...current } }), {
        range: { from: JULY.to - 3 * 86_400_000, to: JULY.to },
        now: Date.now(),
        connections,
      }) as Promise<DriftResult>;
    compareWithRows(await query({ ...fields.store, index: 'flights-one' }), await query(fields.rows));
  });

  it('knows the time of the first and the last document in the error about an empty side', async () => {
    const range = { from: JULY.to + 1e9, to: JULY.to + 2e9 };
    const query = parseQuery({
      kind: 'drift',
      baseline,
      current: { connection: 'logs', index: 'flights-one', timeField: 'time', features: [{ name: 'carrier' }] },
    });
    await expect(evaluate(query, { range, now: Date.now(), connections })).rejects.toThrow(
      /current data is empty: flights-one has no rows.*Its rows are from .*2013/
    );
  });
});
