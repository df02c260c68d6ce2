import { evaluate } from '../../src/evaluate/evaluate';
import { connectionsSchema } from '../../src/evaluate/connections';
import type { VolumeResult } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import { FaultyProxy } from '../support/FaultyProxy';
import { DEMO, JULY } from './support/flights';
import { testServers } from './support/servers';

const DAY = 86_400_000;
const connections = (url: string) =>
  connectionsSchema.parse({ metrics: { type: 'prometheus', url }, files: { type: 'file', folder: DEMO } });

async function volume(
  url: string,
  query: object,
  range = { from: JULY.to - 7 * DAY, to: JULY.to }
): Promise<VolumeResult> {
  const seasonal = { kind: 'seasonal', period: '1w', count: 3 };
  const parsed = parseQuery({ kind: 'volume', window: '1h', baseline: seasonal, ...query });
  const result = await evaluate(parsed, { range, now: JULY.to, connections: connections(url) });
  if (result.kind !== 'volume') {
    throw new Error(result.kind);
  }
  return result;
}

const counted = {
  current: { connection: 'metrics' },
  measures: [
    { name: 'predictions', expr: 'sum by (version) (increase(flight_predictions_total[$__window]))', counts: true },
  ],
  segmentBy: ['version'],
};
const rows = {
  current: { connection: 'files', path: 'flights.parquet', timeField: 'time', query: 'model_version:2' },
  measures: [{ name: 'predictions', aggregate: 'count' }],
};

describe.each(testServers())('$name', ({ url, major }) => {
  it.each(['1h', '1d'])('counts as the raw rows are counted, and judges alike: windows of %s', async (window) => {
    const fromMetrics = await volume(url, { ...counted, window });
    const fromRows = await volume(url, { ...rows, window });
    const ofTwo = fromMetrics.verdicts.filter(({ segment }) => segment.version === '2');
    expect(ofTwo.map((one) => one.window)).toEqual(fromRows.verdicts.map((one) => one.window));
    let [alike, amiss, all] = [0, 0, 0];
    ofTwo.forEach((one, i) => {
      const [value, raw] = [one.value ?? 0, fromRows.verdicts[i].value ?? 0];
      // Since Prometheus 3 a window leaves out the scrape at its very beginning: the first twelfth of an hour is
      // extrapolated from the rest, and flights leave at full hours.
      expect(Math.abs(value - raw)).toBeLessThanOrEqual(2 + (major === 2 ? 0.02 : 0.25) * raw);
      amiss += Math.abs(value - raw);
      all += raw;
      alike += Number(one.severity === fromRows.verdicts[i].severity);
    });
    expect(amiss / all).toBeLessThan(major === 2 ? 0.02 : 0.15);
    expect(alike).toBeGreaterThanOrEqual(0.98 * ofTwo.length);
  });

  it('tells no series from 0: before the data and after them there is no value', async () => {
    const before = { from: JULY.from - 3 * DAY, to: JULY.from - 2 * DAY };
    const { verdicts } = await volume(
      url,
      {
        ...counted,
        segmentBy: [],
        window: '1d',
        measures: [{ name: 'predictions', expr: 'sum(increase(flight_predictions_total[$__window]))' }],
      },
      before
    );
    expect(verdicts).toMatchObject([{ value: null, expected: null, severity: null, reason: 'few_past' }]);
  });

  it('asks for many hours and measures in few requests', async () => {
    const proxy = await FaultyProxy.start(url);
    try {
      const measures = ['late', 'on_time'].map((name) => ({
        name,
        expr: `sum(increase(flight_predictions_total{class="${name}"}[$__window]))`,
      }));
      // Not back to the week in which the series begin: there they are looked at once more.
      const baseline = { kind: 'seasonal', period: '1w', count: 2 };
      const { verdicts } = await volume(proxy.url, { current: { connection: 'metrics' }, baseline, measures });
      expect(verdicts).toHaveLength(2 * 7 * 24);
      // The measures, and what the windows hold of their series.
      expect(proxy.seen).toHaveLength(2);
    } finally {
      await proxy.stop();
    }
  });

  it('takes a latency as a quantile of a histogram, by whatever PromQL', async () => {
    const measures = [
      {
        name: 'p50 distance',
        expr: 'histogram_quantile(0.5, sum by (le) (increase(flight_distance_miles_bucket[$__window])))',
      },
      { name: 'errors', expr: 'vector(0)', direction: 'above' },
    ];
    const { verdicts } = await volume(url, { current: { connection: 'metrics' }, measures, window: '1d' });
    const [distance, errors] = [
      verdicts.filter(({ measure }) => measure !== 'errors'),
      verdicts.filter(({ measure }) => measure === 'errors'),
    ];
    expect(distance.every(({ value, severity }) => (value ?? 0) > 500 && (value ?? 0) < 1500 && severity === 0)).toBe(
      true
    );
    expect(errors.every(({ value, severity }) => value === 0 && severity === 0)).toBe(true);
  });

  it.each([
    [
      'increase(flight_predictions_total[$__window])',
      [],
      'with several series, and a measure is one number: write sum(…)',
    ],
    ['increase(flight_predictions_total[$__window])', ['version'], 'write sum by (version) (…)'],
    ['sum(increase(flight_predictions_total[$__window]', [], "can't read the query"],
  ])('says what is wrong with %s by %j', async (expr, segmentBy, message) => {
    const query = { current: { connection: 'metrics' }, measures: [{ name: 'calls', expr }], segmentBy };
    await expect(volume(url, query)).rejects.toThrow(message);
  });

  it('says that matchers of the selection go into each expression, and aggregates to other stores', async () => {
    const matched = { ...counted, current: { connection: 'metrics', matchers: 'model="delay"' } };
    await expect(volume(url, matched)).rejects.toThrow('write them into each "expr"');
    const aggregated = { current: { connection: 'metrics' }, measures: rows.measures };
    await expect(volume(url, aggregated)).rejects.toThrow(
      'counts rows, and Prometheus holds none. Write PromQL as its "expr"'
    );
  });
});
