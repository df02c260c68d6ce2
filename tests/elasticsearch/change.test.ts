import { connectionsSchema } from '../../src/evaluate/connections';
import { evaluate } from '../../src/evaluate/evaluate';
import type { ChangeResult } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import { compareResults } from './support/compareResults';
import { DEMO, JULY } from './support/flights';
import { testServers } from './support/servers';

const DAY = 86_400_000;

describe.each(testServers())('$name', ({ url }) => {
  const connections = connectionsSchema.parse({
    logs: { type: 'elasticsearch', url },
    files: { type: 'file', folder: DEMO },
  });
  const store = { connection: 'logs', index: 'flights-one', timeField: 'time' };
  const rows = { connection: 'files', path: 'flights.parquet', timeField: 'time' };

  async function ask(query: object): Promise<ChangeResult> {
    const range = { from: JULY.from, to: JULY.to };
    const result = await evaluate(parseQuery({ kind: 'change', ...query }), { range, now: Date.now(), connections });
    if (result.kind !== 'change') {
      throw new Error(result.kind);
    }
    return result;
  }

  it('finds the same changes of measures as in the raw rows', async () => {
    const measures = [
      { name: 'departures', aggregate: 'count' },
      { name: 'late', aggregate: 'count', query: 'prediction:late', of: 'departures' },
      { name: 'wind', aggregate: 'avg', field: 'wind_speed_mph' },
    ];
    const more = { measures, window: '6h', period: '1d' };
    compareResults(await ask({ current: store, ...more }), await ask({ current: rows, ...more }));
  });

  it('finds those of features: shares as in the raw rows, numbers by what buckets tell', async () => {
    const features = [{ name: 'origin' }, { name: 'carrier' }];
    const more = { window: '1d', segmentBy: ['prediction'] };
    const categories = [
      { ...store, features },
      { ...rows, features },
    ].map((current) => ask({ current, ...more }));
    compareResults(await categories[0], await categories[1]);
    const numbers = await ask({ current: { ...store, features: [{ name: 'temperature_f' }] }, window: '1d' });
    expect(numbers.series.length).toBeGreaterThan(0);
    expect(numbers.series.every(({ undecided }) => undecided === null)).toBe(true);
  });

  it('finds those of drift', async () => {
    const of = { kind: 'drift', baseline: { kind: 'window', from: '2013-07-01', to: '2013-07-08' } };
    const current = { ...store, features: [{ name: 'carrier' }] };
    const { series } = await ask({ current, of, window: '1d' });
    expect(series.map(({ feature, figure }) => [feature, figure])).toEqual([['carrier', 'total_variation']]);
    expect(series[0].values.filter((value) => value !== null).length).toBeGreaterThan(20);
  });

  it('says where the index has no rows', async () => {
    const range = { from: JULY.to + 40 * DAY, to: JULY.to + 80 * DAY };
    const query = parseQuery({ kind: 'change', current: store, measures: [{ name: 'n', aggregate: 'count' }] });
    const result = await evaluate(query, { range, now: Date.now(), connections });
    const [series] = result.kind === 'change' ? result.series : [];
    expect(series.undecided).toMatch('None of 40 windows have a value');
  });
});
