import { BaselineCache } from '../../src/baseline/BaselineCache';
import { connectionsSchema } from '../../src/evaluate/connections';
import { evaluate } from '../../src/evaluate/evaluate';
import type { DriftResult, WindowedVerdict } from '../../src/evaluate/Result';
import { explainInTime } from '../../src/evaluate/time/explainInTime';
import type { DriftQuery } from '../../src/query/driftQuery';
import { parseQuery } from '../../src/query/parseQuery';
import { ElasticsearchClient } from '../../src/sources/elasticsearch/client/ElasticsearchClient';
import type { Row } from '../quality/faults';
import { DEMO, flightsBetween } from '../quality/flights';
import { flightMapping } from './support/flightMapping';
import { testServers } from './support/servers';
import { makeIndex } from './support/store';

const DAY = 86_400_000;
/** A Monday of New York. The weather of 2 July is missing, which is seen. */
const JUNE = Date.UTC(2013, 5, 24, 4);
const FROM = JUNE - 13 * 7 * DAY;
const TO = JUNE + 14 * DAY;
/** Of as few different values that both sides place the same cuts; the others have many. */
const EXACT = ['carrier', 'origin', 'scheduled_hour', 'distance_miles', 'temperature_f', 'precipitation_in'];
const VARIED = ['airport_delay_minutes', 'probability_late'];

let rows: Row[];
beforeAll(async () => {
  const columns = ['time', ...EXACT, ...VARIED];
  rows = (await flightsBetween(FROM, TO)).map((row) => Object.fromEntries(columns.map((name) => [name, row[name]])));
}, 120_000);

describe.each(testServers())('windows over time of $name', ({ url }) => {
  const connections = connectionsSchema.parse({
    logs: { type: 'elasticsearch', url },
    files: { type: 'file', folder: DEMO },
  });
  beforeAll(
    () =>
      makeIndex(url, 'over-time', { ...flightMapping(rows), scheduled_hour: { type: 'integer' } }, rows, {
        number_of_shards: 2,
      }),
    120_000
  );

  const parse = (place: object, significance: string, features: readonly string[], more: object = {}) =>
    parseQuery({
      kind: 'drift',
      window: '1d',
      timezone: 'America/New_York',
      baseline: { kind: 'seasonal', period: '1w', count: 4 },
      decision: { significance },
      ...more,
      current: { ...place, timeField: 'time', features: features.map((name) => ({ name })) },
    }) as DriftQuery;
  const store = { connection: 'logs', index: 'over-time' };
  const file = { connection: 'files', path: 'flights.parquet' };
  const context = { range: { from: JUNE, to: TO }, now: TO + DAY, connections };

  async function ask(query: DriftQuery, cache?: BaselineCache, days = 14): Promise<readonly WindowedVerdict[]> {
    const baselines = cache && { cache, scope: 'test' };
    const range = { from: JUNE, to: JUNE + days * DAY };
    return ((await evaluate(query, { ...context, range, baselines })) as DriftResult).verdicts;
  }

  afterEach(() => jest.restoreAllMocks());

  it.each(['calibrated', 'sequential'])(
    'judges by the counts of the store as by the rows: %s',
    async (significance) => {
      const [counted, raw] = await Promise.all(
        [store, file].map(async (place) => (await ask(parse(place, significance, EXACT))).map(told))
      );
      expect(counted.length).toBe(EXACT.length * 14);
      expect(counted.filter(({ verdict }) => verdict === 'drift').length).toBeGreaterThan(0);
      expect(counted).toEqual(raw);
    }
  );

  it('tells segments apart as the rows do', async () => {
    const more = { segmentBy: ['origin'] };
    const names = EXACT.filter((name) => name !== 'origin');
    const [counted, raw] = await Promise.all(
      [store, file].map(async (place) => (await ask(parse(place, 'sequential', names, more))).map(told))
    );
    expect(counted.length).toBe(names.length * 3 * 14);
    expect(counted).toEqual(raw);
  });

  it('comes to the same verdicts on other cuts', async () => {
    const [counted, raw] = await Promise.all([store, file].map((place) => ask(parse(place, 'sequential', VARIED))));
    const differ = counted.filter(({ severity }, i) => severity !== raw[i].severity);
    expect(differ.length).toBeLessThanOrEqual(1);
    counted.forEach(({ overTime }, i) => {
      expect(overTime?.score ?? 0).toBeGreaterThan(0.8 * (raw[i].overTime?.score ?? 0));
      expect(overTime?.score ?? 0).toBeLessThan(1.25 * (raw[i].overTime?.score ?? 0));
    });
  });

  it('asks for few counts at once, and for none again that have settled', async () => {
    const cache = new BaselineCache();
    const searches = jest.spyOn(ElasticsearchClient.prototype, 'search');
    const query = parse(store, 'sequential', ['origin', 'scheduled_hour'], { window: '1h' });
    const first = await ask(query, cache, 7);
    const asked = searches.mock.calls.length;
    const most = Math.max(...searches.mock.calls.map(([, some]) => some.length));
    const second = await ask(query, cache, 7);
    expect(most).toBeLessThanOrEqual(8);
    expect(asked).toBeLessThanOrEqual(16);
    // What types the fields have is asked each time.
    expect(searches.mock.calls.length - asked).toBeLessThanOrEqual(1);
    expect(second.map(told)).toEqual(first.map(told));
  }, 60_000);

  it('says in the plan what is counted, and how much history there is', async () => {
    const { plans, windows } = await explainInTime(parse(store, 'sequential', EXACT), context);
    expect(windows).toBe(14);
    const steps = 'steps' in plans.baseline ? plans.baseline.steps.join('; ') : '';
    expect(steps).toContain('windows that limits are learned from: 84');
    expect(steps).toContain('history since 2013-04-08');
    expect(steps).toContain('is there');
  });
});

const rounded = (value: number | null | undefined) => (value == null ? null : Number(value.toPrecision(9)));

function told({ window, verdict, comparison, overTime, effectSize, reason }: WindowedVerdict) {
  return {
    at: new Date(window?.from ?? 0).toISOString(),
    ...{ feature: comparison.feature, segment: comparison.segment, verdict, code: reason.code },
    ...{ score: rounded(overTime?.score), limit: rounded(overTime?.limit), scale: overTime?.scale },
    ...{ of: overTime?.of, observed: overTime?.observed, effect: rounded(effectSize) },
  };
}
