import { connectionsSchema } from '../../src/evaluate/connections';
import { evaluate } from '../../src/evaluate/evaluate';
import type { VolumeResult } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import { DEMO, JULY } from './support/flights';
import { testServers } from './support/servers';
import { makeIndex } from './support/store';

const DAY = 86_400_000;
const MEASURES = [
  { name: 'departures', aggregate: 'count' },
  { name: 'with weather', aggregate: 'count', field: 'temperature_f' },
  { name: 'late', aggregate: 'count', query: 'prediction:late' },
  { name: 'miles', aggregate: 'sum', field: 'distance_miles' },
  { name: 'wind', aggregate: 'avg', field: 'wind_speed_mph' },
  { name: 'least', aggregate: 'min', field: 'temperature_f' },
  { name: 'most', aggregate: 'max', field: 'temperature_f' },
  { name: 'late miles', aggregate: 'sum', field: 'distance_miles', query: 'prediction:late' },
];
const seasonal = { kind: 'seasonal', period: '1w', count: 3 };

describe.each(testServers())('$name', ({ url }) => {
  const connections = connectionsSchema.parse({
    logs: { type: 'elasticsearch', url },
    files: { type: 'file', folder: DEMO },
  });
  const store = (index: string) => ({ connection: 'logs', index, timeField: 'time' });
  const rows = { connection: 'files', path: 'flights.parquet', timeField: 'time' };

  async function volume(query: object, range = { from: JULY.to - 7 * DAY, to: JULY.to }): Promise<VolumeResult> {
    const parsed = parseQuery({ kind: 'volume', window: '1h', baseline: seasonal, measures: MEASURES, ...query });
    const result = await evaluate(parsed, { range, now: Date.now(), connections });
    if (result.kind !== 'volume') {
      throw new Error(result.kind);
    }
    return result;
  }

  const byKey = ({ verdicts }: VolumeResult) =>
    new Map(verdicts.map((one) => [JSON.stringify([one.measure, one.segment, one.window]), one]));

  it.each([
    ['flights-one', { window: '1h' }],
    ['flights-three', { window: '1d', timezone: 'America/New_York' }],
    ['flights-three', { window: '6h', segmentBy: ['origin'] }],
  ])('aggregates %s as the raw rows are, and judges alike: %j', async (index, more) => {
    const counted = byKey(await volume({ current: store(index), ...more }));
    const raw = byKey(await volume({ current: rows, ...more }));
    expect([...counted.keys()].sort()).toEqual([...raw.keys()].sort());
    counted.forEach((one, key) => {
      const other = raw.get(key);
      const figures = [one.value, one.expected, one.low, one.high];
      [other?.value, other?.expected, other?.low, other?.high].forEach((figure, i) => {
        // A field of single precision holds the nearest such number.
        const slack = 1e-6 * Math.abs(figure ?? 0) + 1e-9;
        expect([key, i, Math.abs((figures[i] ?? 0) - (figure ?? 0)) <= slack]).toEqual([key, i, true]);
        expect([key, i, figures[i] === null]).toEqual([key, i, figure === null]);
      });
      expect([key, one.verdict, one.past]).toEqual([key, other?.verdict, other?.past]);
    });
  });

  it('estimates percentiles, and says that it does', async () => {
    const measures = [{ name: 'p90', aggregate: 'p90', field: 'airport_delay_minutes' }];
    const counted = await volume({ current: store('flights-one'), measures, window: '1d' });
    const near = ['p88', 'p92'].map((aggregate) => ({ ...measures[0], name: aggregate, aggregate }));
    const { verdicts: bounds } = await volume({ current: rows, measures: near, window: '1d' });
    expect(counted.notices.join()).toContain('estimates percentiles (p90)');
    counted.verdicts.forEach(({ value }, i) => {
      expect(value).toBeGreaterThanOrEqual(bounds[2 * i].value ?? NaN);
      expect(value).toBeLessThanOrEqual(bounds[2 * i + 1].value ?? NaN);
    });
  });

  it('counts no documents as 0 from the first one on, and means of nothing not at all', async () => {
    const hour = (n: number) => new Date(Date.parse('2026-03-02T00:00:00Z') + n * 3_600_000);
    const documents = [0, 0.5, 1, 1.5, 3, 3.5].map((n) => ({ time: hour(n).toISOString(), ms: 10 }));
    await makeIndex(url, 'volume-gap', { time: { type: 'date' }, ms: { type: 'long' } }, documents);
    const { verdicts } = await volume(
      {
        current: store('volume-gap'),
        measures: [
          { name: 'calls', aggregate: 'count', counts: false },
          { name: 'ms', aggregate: 'avg', field: 'ms' },
        ],
        baseline: { kind: 'previous', offset: '1h' },
      },
      { from: +hour(0), to: +hour(4) }
    );
    const of = (name: string) =>
      verdicts.filter(({ measure }) => measure === name).map(({ value, expected }) => [value, expected]);
    expect(of('calls')).toEqual([
      [2, null],
      [2, 2],
      [0, 2],
      [2, 0],
    ]);
    expect(of('ms')).toEqual([
      [10, null],
      [10, 10],
      [null, 10],
      [10, null],
    ]);
  });

  it.each([
    [{ name: 'x', aggregate: 'avg', field: 'origin' }, 'mapped as keyword, which has none: choose a field of numbers'],
    [{ name: 'x', aggregate: 'avg', field: 'nothing' }, 'has no field "nothing"'],
    [{ name: 'x', aggregate: 'count', query: 'prediction:(' }, "can't read the query"],
    [{ name: 'x', expr: 'up' }, 'is PromQL, and Elasticsearch is asked by "aggregate" and "field"'],
  ])('says what is wrong with %j', async (measure, message) => {
    await expect(volume({ current: store('flights-one'), measures: [measure] })).rejects.toThrow(message);
  });
});
