import { byFeature, driftAt } from './support/drift';
import { FEBRUARY, JULY } from './support/periods';
import { BEFORE, buckets, counter, WINDOW } from './support/recent';
import { remoteWrite } from './support/remoteWrite';
import { testServers } from './support/servers';

const iso = (time: number) => new Date(time).toISOString();

describe.each(testServers())('$name', ({ url }) => {
  beforeAll(() =>
    remoteWrite(url, [
      // The canary is slower: of four a scrape one is fast instead of three, and the others take twice as long at least.
      ...buckets('served', { '0.1': 3, '0.5': 4, '1': 4, '+Inf': 4 }, { labels: { track: 'stable', model: 'm' } }),
      ...buckets('served', { '0.1': 1, '0.5': 1, '1': 4, '+Inf': 4 }, { labels: { track: 'canary', model: 'm' } }),
      ...buckets('alike', { '0.1': 3, '1': 4, '+Inf': 4 }, { labels: { track: 'stable', model: 'm' } }),
      ...buckets('alike', { '0.1': 3, '1': 4, '+Inf': 4 }, { labels: { track: 'canary', model: 'm' } }),
      // The new version renamed its metric and has finer buckets.
      ...buckets('renamed', { '0.05': 1, '0.1': 3, '1': 4, '+Inf': 4 }, { labels: { track: 'canary' } }),
      ...[
        ['stable', 'yes', 9],
        ['stable', 'no', 1],
        ['canary', 'yes', 5],
        ['canary', 'no', 5],
      ].map(([track, answer, count]) => ({
        labels: { __name__: 'answers_total', model: 'm', track: String(track), answer: String(answer) },
        samples: counter(Number(count)),
      })),
    ])
  );

  const canary = { connection: 'metrics', matchers: 'track="canary"' };
  const stable = { kind: 'selection', matchers: 'track="stable"' };

  it('compares a canary with the stable version at the same time', async () => {
    const features = [
      { name: 'served' },
      { name: 'alike' },
      { name: 'answer', metric: 'answers_total', label: 'answer' },
    ];
    const result = await driftAt(
      url,
      { current: { ...canary, features }, baseline: stable, segmentBy: ['model'] },
      WINDOW
    );
    const verdicts = byFeature(result);
    expect([...verdicts].map(([name, { verdict }]) => [name, verdict])).toEqual([
      ['served', 'drift'],
      ['alike', 'no_drift'],
      ['answer', 'drift'],
    ]);
    const served = verdicts.get('served');
    expect(served?.baselineWindow).toEqual(WINDOW);
    expect(served?.tests.find(({ test }) => test === 'ks')?.statisticLow).toBeCloseTo(0.75, 2);
    const answers = verdicts.get('answer')?.tests.find(({ test }) => test === 'total_variation');
    expect(answers?.statistic).toBeCloseTo(0.4, 2);
    expect(result.baseline.description).toBe('the selection where track="stable", the same time');
  });

  it('compares a metric with one of another name and other buckets, by bounds', async () => {
    const current = { ...canary, features: [{ name: 'latency', metric: 'renamed' }] };
    const baseline = { ...stable, features: [{ name: 'latency', metric: 'alike' }] };
    const { verdicts } = await driftAt(url, { current, baseline }, WINDOW);
    const ks = verdicts[0].tests.find(({ test }) => test === 'ks');
    expect(verdicts[0].verdict).toBe('no_drift');
    expect(ks?.statisticLow).toBeCloseTo(0, 2);
    // The old buckets hide where in (0, 0.1] three quarters lie: all of them could lie at either end.
    expect(ks?.statisticHigh).toBeCloseTo(0.75, 2);
  });

  it('compares each segment of now with the same one of the time before', async () => {
    const current = { connection: 'metrics', features: [{ name: 'served' }] };
    const baseline = { kind: 'window', from: iso(BEFORE.from), to: iso(BEFORE.to) };
    const { verdicts } = await driftAt(url, { current, baseline, segmentBy: ['track'] }, WINDOW);
    expect(verdicts.map(({ comparison, verdict }) => [comparison.segment.track, verdict]).sort()).toEqual([
      ['canary', 'no_drift'],
      ['stable', 'no_drift'],
    ]);
  });

  it('compares metrics with columns of a file that are called otherwise', async () => {
    const current = {
      connection: 'metrics',
      features: [
        { name: 'distance', metric: 'flight_distance_miles' },
        { name: 'class', metric: 'flight_predictions_total', label: 'class' },
      ],
    };
    const file = { kind: 'selection', connection: 'files', path: 'flights.parquet', timeField: 'time' };
    const baseline = {
      ...file,
      ...{ from: iso(FEBRUARY.from), to: iso(FEBRUARY.to) },
      features: [
        { name: 'distance', field: 'distance_miles' },
        { name: 'class', field: 'prediction', type: 'categorical' },
      ],
    };
    const own = { kind: 'window', from: iso(FEBRUARY.from), to: iso(FEBRUARY.to) };
    const ofFile = byFeature(await driftAt(url, { current, baseline }, JULY));
    const ofMetrics = byFeature(await driftAt(url, { current, baseline: own }, JULY));
    for (const [name, verdict] of ofMetrics) {
      const other = ofFile.get(name);
      const [n, rows] = [verdict, other].map((one) => one?.comparison.baseline.counts.total ?? NaN);
      expect(Math.abs(n - rows) / rows).toBeLessThan(0.005);
      expect([name, other?.severity]).toEqual([name, verdict.severity]);
    }
    expect(ofFile.get('distance')?.comparison.baseline.kind).toBe('samples');
    expect(ofFile.get('class')?.effectSize).toBeCloseTo(ofMetrics.get('class')?.effectSize ?? NaN, 2);
  });

  it("says which of the baseline's own features has no series", async () => {
    const current = { ...canary, features: [{ name: 'latency', metric: 'renamed' }] };
    const baseline = { ...stable, features: [{ name: 'latency', metric: 'never_seen' }] };
    await expect(driftAt(url, { current, baseline }, WINDOW)).rejects.toThrow(/no series of latency \(never_seen\)/);
  });
});
