import { BaselineCache } from '../../src/baseline/BaselineCache';
import type { Histogram } from '../../src/distribution/Distribution';
import { evaluate } from '../../src/evaluate/evaluate';
import { connectionsSchema } from '../../src/evaluate/connections';
import type { DriftResult, WindowedVerdict } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import { noticeText } from '../../src/sources/Notice';
import { BUCKETS, DEMO, FEBRUARY, JULY } from './support/flights';
import { FaultyProxy } from '../support/FaultyProxy';
import { testServers } from './support/servers';

const DAY = 86_400_000;
const iso = (time: number) => new Date(time).toISOString();
const baseline = { kind: 'window', from: iso(FEBRUARY.from), to: iso(FEBRUARY.to) };
const inputs = Object.keys(BUCKETS);

function connections(url: string) {
  return connectionsSchema.parse({
    metrics: { type: 'prometheus', url },
    files: { type: 'file', folder: DEMO },
  });
}

const fromMetrics = {
  connection: 'metrics',
  matchers: 'model="delay"',
  features: [
    ...inputs.map((name) => ({ name, metric: `flight_${name}` })),
    { name: 'prediction', metric: 'flight_predictions_total', label: 'class' },
  ],
};
const fromRows = {
  connection: 'files',
  path: 'flights.parquet',
  timeField: 'time',
  features: [...inputs.map((name) => ({ name, type: 'numeric' })), { name: 'prediction', type: 'categorical' }],
};

async function drift(url: string, query: Record<string, unknown>, range = JULY): Promise<DriftResult> {
  const result = await evaluate(parseQuery({ kind: 'drift', baseline, ...query }), {
    range,
    now: JULY.to,
    connections: connections(url),
  });
  if (result.kind !== 'drift') {
    throw new Error('not drift');
  }
  return result;
}

const byFeature = ({ verdicts }: DriftResult) =>
  new Map(verdicts.map((verdict): [string, WindowedVerdict] => [verdict.comparison.feature, verdict]));

describe.each(testServers())('$name', ({ url, major }) => {
  let metrics: Map<string, WindowedVerdict>;
  let rows: Map<string, WindowedVerdict>;

  beforeAll(async () => {
    // Missing values are not observed by a histogram: the rows are compared without their missing rate.
    const tests = ['ks', 'wasserstein_normed', 'chi_square', 'total_variation'];
    metrics = byFeature(await drift(url, { current: fromMetrics, tests }));
    rows = byFeature(await drift(url, { current: fromRows, tests }));
  });

  it.each([...inputs, 'prediction'])('judges %s as the raw rows do, or says what its buckets could hide', (feature) => {
    const [counted, raw] = [metrics.get(feature), rows.get(feature)];
    if (counted?.verdict !== raw?.verdict) {
      expect(counted?.reason.code).toBe('hidden_by_buckets');
      expect(counted?.reason.facts.hidden).toBeGreaterThan(raw?.effectSize ?? Infinity);
    }
    expect(counted?.severity).toBeLessThanOrEqual(raw?.severity ?? NaN);
    expect(feature === 'distance_miles' || counted?.verdict === raw?.verdict).toBe(true);
  });

  it.each([...inputs, 'prediction'])('counts nearly every row of %s', (feature) => {
    for (const side of ['baseline', 'current'] as const) {
      const counted = metrics.get(feature)?.comparison[side].counts.total ?? 0;
      const { total = 0, missing = 0 } = rows.get(feature)?.comparison[side].counts ?? {};
      expect(Math.abs(counted - (total - missing)) / total).toBeLessThan(0.002);
    }
  });

  it.each(inputs)('brackets the KS distance of the raw %s', (feature) => {
    const bounded = metrics.get(feature)?.tests.find(({ test }) => test === 'ks');
    const exact = rows.get(feature)?.tests.find(({ test }) => test === 'ks')?.statistic ?? NaN;
    // Counts are extrapolated: a share of a thousandth is nothing to be sure of.
    expect(bounded?.statisticLow).toBeLessThanOrEqual(exact + 0.001);
    expect(bounded?.statisticHigh).toBeGreaterThanOrEqual(exact - 0.001);
    expect(bounded?.guarantee).toBe('approximate');
  });

  it.each(inputs)("has the raw rows' counts in every bucket of %s", (feature) => {
    const { edges, bins } = metrics.get(feature)?.comparison.current as Histogram;
    const raw = rows.get(feature)?.comparison.current;
    const sorted = raw?.kind === 'samples' ? raw.sorted : new Float64Array();
    const first = BUCKETS[feature][0] > 0 ? -Number.MIN_VALUE : -Infinity;
    expect([...edges]).toEqual([first, ...BUCKETS[feature], Infinity]);
    // Since Prometheus 3 a window leaves out the scrape at its very beginning: what the next five minutes brought is
    // extrapolated from the rest.
    const lost = major === 2 ? 2 : 10;
    bins.forEach((count, i) => {
      const expected = sorted.filter((value) => value > edges[i] && value <= edges[i + 1]).length;
      expect(Math.abs(count - expected)).toBeLessThanOrEqual(lost + 0.003 * expected);
    });
  });

  it('brackets the normed Wasserstein distance where no bucket is open', () => {
    const bounded = metrics.get('distance_miles')?.tests.find(({ test }) => test === 'wasserstein_normed');
    const exact = rows.get('distance_miles')?.tests.find(({ test }) => test === 'wasserstein_normed')?.statistic ?? NaN;
    expect(bounded?.statisticLow).toBeLessThanOrEqual(exact + 0.001);
    expect(bounded?.statisticHigh).toBeGreaterThanOrEqual(exact - 0.001);
  });

  it('falls back to the KS distance where values lie in an open bucket, and says why', () => {
    const verdict = metrics.get('airport_delay_minutes');
    expect(verdict?.effect).toBe('ks');
    const wasserstein = verdict?.tests.find(({ test }) => test === 'wasserstein_normed');
    expect(wasserstein?.undefinedReason).toMatch(/without a bound|unbounded|open/);
  });

  it('has the same days and verdicts over time as the raw rows', async () => {
    const features = [{ name: 'distance_miles', metric: 'flight_distance_miles' }];
    const days = { window: '1d', tests: ['ks'] };
    const counted = await drift(url, { current: { ...fromMetrics, features }, ...days });
    const raw = await drift(url, {
      current: { ...fromRows, features: [{ name: 'distance_miles', type: 'numeric' }] },
      ...days,
    });
    expect(counted.verdicts.map(({ window }) => window)).toEqual(raw.verdicts.map(({ window }) => window));
    expect(counted.verdicts).toHaveLength((JULY.to - JULY.from) / DAY);
    counted.verdicts.forEach(({ comparison, tests: [ks] }, i) => {
      const {
        comparison: rawComparison,
        tests: [exact],
      } = raw.verdicts[i];
      const n = rawComparison.current.counts.total;
      expect(Math.abs(comparison.current.counts.total - n)).toBeLessThanOrEqual(1 + 0.02 * n);
      expect(ks.statisticLow ?? NaN).toBeLessThanOrEqual((exact.statistic ?? NaN) + 0.01);
      expect(ks.statisticHigh ?? NaN).toBeGreaterThanOrEqual((exact.statistic ?? NaN) - 0.01);
    });
  });

  it('tells versions apart, and compares one with another', async () => {
    const segmented = await drift(url, { current: fromMetrics, segmentBy: ['version'] });
    expect(new Set(segmented.verdicts.map(({ comparison }) => comparison.segment.version))).toEqual(
      new Set(['1-backtest', '2'])
    );
    const against = await drift(url, {
      current: { ...fromMetrics, matchers: 'version="2"' },
      baseline: { kind: 'selection', matchers: 'version="1-backtest"', from: iso(FEBRUARY.from), to: iso(FEBRUARY.to) },
    });
    expect(byFeature(against).get('probability_late')?.verdict).toBe('drift');
  });

  it('compares a day with the same weekday of the weeks before, as the raw rows do', async () => {
    const seasonal = { kind: 'seasonal', period: '1w', count: 3 };
    const lastWeek = { from: JULY.to - 7 * DAY, to: JULY.to };
    const days = { window: '1d', tests: ['ks'], baseline: seasonal };
    const features = [{ name: 'distance_miles', metric: 'flight_distance_miles' }];
    const counted = await drift(url, { current: { ...fromMetrics, features }, ...days }, lastWeek);
    const raw = await drift(url, { current: { ...fromRows, features: [fromRows.features[1]] }, ...days }, lastWeek);
    expect(counted.verdicts).toHaveLength(7);
    counted.verdicts.forEach(({ comparison, baselineWindow }, i) => {
      const n = raw.verdicts[i].comparison.baseline.counts.total;
      expect(Math.abs(comparison.baseline.counts.total - n) / n).toBeLessThan(0.02);
      expect(baselineWindow).toEqual(raw.verdicts[i].baselineWindow);
    });
    const tooFar = { ...days, baseline: { ...seasonal, count: 8 } };
    const partly = await drift(url, { current: { ...fromMetrics, features }, ...tooFar }, lastWeek);
    expect(partly.verdicts).toHaveLength(7);
    expect(partly.notices.map(noticeText).join()).toMatch(
      /no period before 2013-\d\d-\d\dT.* has data, so that the baseline has as few as \d of the 8 periods/
    );
  });

  it('asks for a baseline that lies in the past once, however often a rule is evaluated', async () => {
    const proxy = await FaultyProxy.start(url);
    try {
      const query = parseQuery({ kind: 'drift', baseline, current: fromMetrics });
      const context = {
        range: JULY,
        now: JULY.to,
        connections: connections(proxy.url),
        baselines: { cache: new BaselineCache(), scope: 'one data source' },
      };
      const first = await evaluate(query, context);
      const asked = proxy.seen.length;
      const second = await evaluate(query, context);
      expect(proxy.seen).toHaveLength(asked + asked / 2);
      expect(second).toEqual(first);
    } finally {
      await proxy.stop();
    }
  });

  it('compares production metrics with the rows of a training file', async () => {
    const { verdicts } = await drift(url, {
      current: { ...fromMetrics, features: [{ name: 'distance_miles', metric: 'flight_distance_miles' }] },
      baseline: { kind: 'selection', connection: 'files', path: 'flights.parquet', query: 'model_version:1-backtest' },
    });
    expect(verdicts).toHaveLength(1);
    expect(verdicts[0].comparison.baseline.kind).toBe('samples');
    expect(verdicts[0].tests.find(({ test }) => test === 'ks')?.statisticHigh).toBeLessThan(0.3);
  });

  it('measures a gauge and refuses a verdict on it, since scrapes are no predictions', async () => {
    const { verdicts } = await drift(url, {
      current: {
        ...fromMetrics,
        features: [{ name: 'last', metric: 'flight_last_probability' }, fromMetrics.features[0]],
      },
    });
    const [gauge, histogram] = verdicts;
    expect(gauge.verdict).toBe('undefined');
    expect(gauge.severity).toBeNull();
    expect(gauge.effectSize).toBeGreaterThan(0);
    expect(gauge.tests.every(({ pValue }) => pValue === null)).toBe(true);
    expect(gauge.reason.facts.undefined_reason).toMatch(/Scrapes of a gauge are not predictions/);
    expect(histogram.verdict).not.toBe('undefined');
  });

  it('says how little a window holds where its series begin inside it', async () => {
    const early = { from: FEBRUARY.from - DAY, to: FEBRUARY.from + DAY };
    const { notices } = await drift(
      url,
      { current: { ...fromMetrics, features: fromMetrics.features.slice(0, 1) } },
      early
    );
    expect(notices.join('\n')).toMatch(/in 1 of 1 window the series begin or end inside the window/);
  });

  it('names the time in which there is nothing', async () => {
    const empty = { from: FEBRUARY.from - 30 * DAY, to: FEBRUARY.from - 29 * DAY };
    await expect(drift(url, { current: fromMetrics }, empty)).rejects.toMatchObject({
      name: 'SourceError',
      message: expect.stringMatching(/no series of probability_late \(flight_probability_late\).*2013-01-02/),
    });
  });
});
