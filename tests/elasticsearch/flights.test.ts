import type { Histogram } from '../../src/distribution/Distribution';
import { connectionsSchema } from '../../src/evaluate/connections';
import { evaluate } from '../../src/evaluate/evaluate';
import type { DriftResult } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import { compareWithRows } from './support/compareWithRows';
import { DEMO, FEBRUARY, JULY } from './support/flights';
import { testServers } from './support/servers';

const iso = (time: number) => new Date(time).toISOString();
const baseline = { kind: 'window', from: iso(FEBRUARY.from), to: iso(FEBRUARY.to) };
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
      compareWithRows(counted.verdicts, (await drift(fields.rows)).verdicts);
      // 135 minutes are four times as frequent in July: the share of a single number decides, which is counted.
      expect(counted.notices.join(' ')).toMatch(/narrower buckets, to decide: scheduled_minutes \(\d rounds?, exact\)/);
      const decided = counted.verdicts.find(({ comparison }) => comparison.feature === 'scheduled_minutes');
      expect(decided).toMatchObject({ effect: 'value_share', reason: { facts: { value: 135 } } });
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
    compareWithRows(counted.verdicts, raw.verdicts);
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
    compareWithRows(counted.verdicts, raw.verdicts);
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
    const [counted, raw] = [await query({ ...fields.store, index: 'flights-one' }), await query(fields.rows)];
    compareWithRows(counted.verdicts, raw.verdicts);
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
