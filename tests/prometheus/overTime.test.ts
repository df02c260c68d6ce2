import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BaselineCache } from '../../src/baseline/BaselineCache';
import { connectionsSchema } from '../../src/evaluate/connections';
import { evaluate } from '../../src/evaluate/evaluate';
import type { DriftResult, WindowedVerdict } from '../../src/evaluate/Result';
import { countedCells } from '../../src/evaluate/time/countedCells';
import { countSeries } from '../../src/evaluate/time/countSeries';
import { explainInTime } from '../../src/evaluate/time/explainInTime';
import { judgePlan } from '../../src/evaluate/time/judgePlan';
import { openInTime } from '../../src/evaluate/time/openInTime';
import type { DriftQuery } from '../../src/query/driftQuery';
import { parseQuery } from '../../src/query/parseQuery';
import { PrometheusClient } from '../../src/sources/prometheus/client/PrometheusClient';
import { describeReason } from '../../src/verdict/describeReason';
import { END, MINUTE, SCRAPE, START, times } from './support/recent';
import { type HistogramSample, remoteWrite } from './support/remoteWrite';
import { testServers } from './support/servers';
import { type StartedServer, startServer } from './support/startServer';
import { CHANGE, HOUR, LAST, makeWeekBlocks, WEEK, weekRows } from './support/weeks';

const folder = mkdtempSync(join(tmpdir(), 'modelwatch-weeks-'));
const rows = weekRows();
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(() =>
  writeFileSync(
    join(folder, 'calls.csv'),
    [
      'time,latency,answer',
      ...rows.map(({ time, latency, answer }) => `${new Date(time).toISOString()},${latency},${answer}`),
      '',
    ].join('\n')
  )
);

describe.each(testServers().slice(0, 1))('windows over time of $name', ({ program }) => {
  let whole: StartedServer;
  let recent: StartedServer;
  beforeAll(async () => {
    makeWeekBlocks(program, join(folder, 'whole'), rows);
    makeWeekBlocks(program, join(folder, 'recent'), rows, LAST.from - 10 * 24 * HOUR);
    [whole, recent] = await Promise.all(['whole', 'recent'].map((data) => startServer(program, join(folder, data))));
  }, 120_000);
  afterAll(() => Promise.all([whole.stop(), recent.stop()]));
  afterEach(() => jest.restoreAllMocks());

  const features = [
    { name: 'latency', type: 'numeric' },
    { name: 'answer', type: 'categorical' },
  ];
  const metrics = [features[0], { ...features[1], metric: 'answers_total', label: 'answer' }];
  const parse = (current: object, more: object = {}) =>
    parseQuery({
      kind: 'drift',
      window: '1h',
      current,
      baseline: { kind: 'seasonal', period: '1w', count: 4 },
      decision: { significance: 'sequential' },
      ...more,
    }) as DriftQuery;
  const contextOf = ({ url }: StartedServer, cache?: BaselineCache) => ({
    range: LAST,
    now: LAST.to + WEEK,
    connections: connectionsSchema.parse({ metrics: { type: 'prometheus', url }, files: { type: 'file', folder } }),
    baselines: cache && { cache, scope: 'test' },
  });
  const ofStore = (more: object = {}) => parse({ connection: 'metrics', features: metrics }, more);
  const ask = async (query: DriftQuery, server = whole, cache?: BaselineCache) =>
    (await evaluate(query, contextOf(server, cache))) as DriftResult;
  const alarms = (verdicts: readonly WindowedVerdict[]) => verdicts.filter(({ severity }) => severity === 2);

  it.each(['calibrated', 'sequential'])('finds slower calls: %s', async (significance) => {
    const { verdicts } = await ask(ofStore({ decision: { significance } }));
    const isLate = ({ window }: WindowedVerdict) => (window?.from ?? 0) >= CHANGE;
    const found = alarms(verdicts);
    const slower = found.filter((one) => one.comparison.feature === 'latency' && isLate(one));
    expect(verdicts.length).toBe(2 * 168);
    expect(slower.length).toBeGreaterThan(60);
    // One window in twenty may be in alarm by chance; a rule that runs for ever is quiet for months.
    expect(found.length - slower.length).toBeLessThanOrEqual(significance === 'calibrated' ? 8 : 0);
  });

  it('comes to the verdicts of the rows on the same bounds', async () => {
    const refusals = new Map<string, string>();
    const judge = async (current: object) => {
      const query = parse(current);
      const opened = await openInTime(query, contextOf(whole));
      const [plan] = opened.plans;
      return { opened, plan, query };
    };
    const store = await judge({ connection: 'metrics', timeField: 'time', features: metrics });
    const file = await judge({ connection: 'files', path: 'calls.csv', timeField: 'time', features });
    const counted = await store.opened.reader.read(store.plan);
    const { source, selection } = file.opened.places.current;
    const windows = file.plan.windows.map(({ range }) => range);
    const made = source.plan({ selection, features: file.opened.features, windows, segmentBy: [] });
    const raw = 'unsupported' in made ? null : await made.execute({});
    const own = { ...counted, cells: countedCells(raw?.cells ?? [], counted.shapes) };
    const decision = {
      decision: store.query.decision,
      significance: 'sequential' as const,
      falseAlarmEvery: 90,
      windowsPerDay: 24,
    };
    const [ofStoreSeries, ofFile] = [counted, own].map((set) =>
      countSeries(store.plan, set, {
        features: store.opened.features,
        wholeBaseline: false,
        countsRows: false,
        refusals,
      })
    );
    ofStoreSeries.forEach(({ timed }, i) => {
      const theirs = ofFile[i].timed.values?.counts ?? new Float64Array();
      timed.values?.counts.forEach((count, at) => expect(Math.abs(count - theirs[at])).toBeLessThan(0.6));
    });
    const [stored, read] = [ofStoreSeries, ofFile].map(
      (series) => judgePlan({ plan: store.plan, series, decision }).verdicts
    );
    expect(stored.map(({ verdict }) => verdict)).toEqual(read.map(({ verdict }) => verdict));
    stored.forEach(({ overTime }, i) => expect(overTime?.score).toBeCloseTo(read[i].overTime?.score ?? NaN, 1));
  });

  it('asks one range query a metric for all windows, and none again that have settled', async () => {
    const cache = new BaselineCache();
    const queries = jest.spyOn(PrometheusClient.prototype, 'queryRange');
    const first = await ask(ofStore(), whole, cache);
    const asked = queries.mock.calls.length;
    const second = await ask(ofStore(), whole, cache);
    expect(asked).toBeLessThan(20);
    expect(queries.mock.calls.length).toBe(asked);
    expect(second.verdicts.map(({ overTime }) => overTime)).toEqual(first.verdicts.map(({ overTime }) => overTime));
  });

  it('that keeps fifteen days learns from days; the plan says so, and how to keep more', async () => {
    const { verdicts } = await ask(ofStore(), recent);
    const late = verdicts.filter(({ window }) => (window?.from ?? 0) >= LAST.from + 5 * 24 * HOUR);
    expect(new Set(late.map(({ overTime }) => overTime?.limit != null))).toEqual(new Set([true]));
    expect(describeReason(late[0])).toContain('differences between weekdays and weekends count as variation');
    expect(describeReason(verdicts[0])).toContain('Windows from 2024-04-05 UTC on can be judged');
    const { plans } = await explainInTime(ofStore(), contextOf(recent));
    const steps = 'steps' in plans.baseline ? plans.baseline.steps.join('; ') : plans.baseline.unsupported;
    expect(steps).toContain('history since 2024-01-08 UTC is asked for');
    expect(steps).toContain('--storage.tsdb.retention.time');
  });

  it('has no verdict while nothing was scraped', async () => {
    const range = { from: LAST.to - 2 * HOUR, to: LAST.to + 2 * HOUR };
    const { verdicts } = (await evaluate(ofStore({ format: 'alert' }), { ...contextOf(whole), range })) as DriftResult;
    expect(
      verdicts.filter(({ window }) => (window?.from ?? 0) >= LAST.to).every(({ severity }) => severity === null)
    ).toBe(true);
  });
});

describe.each(testServers())('native histograms over time of $name', ({ url }) => {
  it('finds values that moved to higher buckets', async () => {
    // At the beginning of a season, so that it is in no calibration.
    const moved = Math.floor((END - MINUTE) / (5 * MINUTE)) * 5 * MINUTE;
    const low = [1, 2, 3, 4, 5, 6, 7, 8];
    const histograms = times.map((time): HistogramSample => {
      const n = (Math.min(time, moved) - START) / SCRAPE;
      const later = Math.max(0, time - moved) / SCRAPE;
      const positive = new Map(low.map((index) => [index, n]));
      [9, 10].forEach((index) => positive.set(index, 4 * later));
      return { time, schema: 2, positive, sum: n };
    });
    await remoteWrite(url, [{ labels: { __name__: 'native_over_time' }, histograms }]);
    const query = parseQuery({
      kind: 'drift',
      window: '1m',
      current: { connection: 'metrics', features: [{ name: 'native_over_time' }] },
      baseline: { kind: 'seasonal', period: '5m', count: 2 },
      decision: { significance: 'calibrated', calibration: { seasons: 4 } },
    });
    const connections = connectionsSchema.parse({ metrics: { type: 'prometheus', url } });
    const range = { from: moved, to: END };
    const { verdicts } = (await evaluate(query, { range, now: END, connections })) as DriftResult;
    expect(verdicts.length).toBe((END - moved) / MINUTE);
    expect(new Set(verdicts.map(({ verdict }) => verdict))).toEqual(new Set(['drift']));
    const { baseline, current } = verdicts[0].comparison;
    expect([baseline.kind, current.kind]).toEqual(['histogram', 'histogram']);
    expect(baseline.kind === 'histogram' && baseline.closed).toBe('right');
  });
});
