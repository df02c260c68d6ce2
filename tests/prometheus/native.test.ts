import type { Histogram } from '../../src/distribution/Distribution';
import { numberOfValues } from '../../src/distribution/numberOfValues';
import { noticeText } from '../../src/sources/Notice';
import type { DistributionSet } from '../../src/sources/Source';
import { byFeature, driftAt } from './support/drift';
import { BEFORE, buckets, END, MINUTE, SCRAPE, START, times, WINDOW } from './support/recent';
import { type HistogramSample, remoteWrite } from './support/remoteWrite';
import { testServers } from './support/servers';
import { ask, sourceAt } from './support/sourceAt';

const CHANGE = END - 10 * MINUTE;
const histogramAt = (set: DistributionSet, window: number) =>
  set.cells.find((cell) => cell.window === window)?.distribution as Histogram;
const each = (time: number) => (time - START) / SCRAPE;

/** A value a scrape in each of the buckets. */
function sample(time: number, schema: number, indices: readonly number[]): HistogramSample {
  const n = each(time);
  return { time, schema, positive: new Map(indices.map((index) => [index, n])), sum: n };
}

function custom(time: number, bounds: readonly number[], perScrape: readonly number[]): HistogramSample {
  const n = each(time);
  return { time, schema: -53, bounds, positive: new Map(perScrape.map((count, i) => [i, count * n])), sum: n };
}

describe.each(testServers())('native histograms of $name', ({ url, major }) => {
  const source = sourceAt(url);
  const features = (name: string) => ({ features: [{ name }], windows: [BEFORE, WINDOW] });

  it('whose resolution falls inside a window have the coarser buckets there, and the finer before', async () => {
    // Values over (1, 4]: eight buckets of schema 2, later two of schema 0 that hold four of them each.
    const histograms = times.map((time) => {
      const n = each(time);
      const fine: HistogramSample = sample(time, 2, [1, 2, 3, 4, 5, 6, 7, 8]);
      const coarse: HistogramSample = {
        time,
        schema: 0,
        positive: new Map([
          [1, 4 * n],
          [2, 4 * n],
        ]),
        sum: n,
      };
      return time < CHANGE ? fine : coarse;
    });
    await remoteWrite(url, [{ labels: { __name__: 'coarser' }, histograms }]);
    const set = await ask(source, features('coarser'));
    expect(histogramAt(set, 0).edges).toHaveLength(9);
    const now = histogramAt(set, 1);
    expect(Array.from(now.edges)).toEqual([1, 2, 4]);
    // At the change a scrape's increase may be taken for a reset, and is lost.
    expect(now.bins[0] / 320).toBeCloseTo(1, 1);
    expect(now.bins[0]).toBe(now.bins[1]);
    const { verdicts } = await driftAt(
      url,
      {
        current: { connection: 'metrics', features: [{ name: 'coarser' }] },
        baseline: { kind: 'previous', offset: '20m' },
      },
      WINDOW
    );
    const ks = verdicts[0].tests.find(({ test }) => test === 'ks');
    expect(verdicts[0].verdict).toBe('no_drift');
    // All of a bucket's half could lie at one of its ends.
    expect([ks?.statisticLow, ks?.statisticHigh]).toEqual([expect.closeTo(0, 2), expect.closeTo(0.5, 2)]);
  });

  it('tell instances of different resolution apart where they are segments, and add them up where not', async () => {
    await remoteWrite(url, [
      {
        labels: { __name__: 'uneven', pod: 'a' },
        histograms: times.map((time) => sample(time, 2, [1, 2, 3, 4])),
      },
      { labels: { __name__: 'uneven', pod: 'b' }, histograms: times.map((time) => sample(time, 0, [1])) },
    ]);
    const apart = await ask(source, { ...features('uneven'), windows: [WINDOW], segmentBy: ['pod'] });
    expect(
      apart.cells.map(({ segment, distribution }) => [segment.pod, (distribution as Histogram).bins.length])
    ).toEqual([
      ['a', 4],
      ['b', 1],
    ]);
    const together = histogramAt(await ask(source, { ...features('uneven'), windows: [WINDOW] }), 0);
    expect(Array.from(together.edges)).toEqual([1, 2]);
    expect(together.bins[0] / 80).toBeCloseTo(5, 0);
  });

  it('add up with the classic ones of a service that was switched inside the window', async () => {
    // Ten values a scrape, eight of them up to 1; from the change on native alone, and two of them.
    const classic = buckets('switched', { '0.5': 4, '1': 8, '2': 10, '+Inf': 10 }, { to: CHANGE });
    const histograms = times
      .filter((time) => time > CHANGE)
      .map((time): HistogramSample => {
        const n = (time - CHANGE) / SCRAPE;
        const positive = new Map([
          [-1, n],
          [0, n],
          [1, 8 * n],
        ]);
        return { time, schema: 0, positive, sum: 15 * n };
      });
    await remoteWrite(url, [...classic, { labels: { __name__: 'switched' }, histograms }]);
    const { verdicts, notices } = await driftAt(
      url,
      {
        current: { connection: 'metrics', features: [{ name: 'switched' }] },
        baseline: { kind: 'previous', offset: '20m' },
      },
      WINDOW
    );
    const [{ verdict, tests, comparison }] = verdicts;
    expect(verdict).toBe('drift');
    // 0.8 up to 1 before; (0.8 + 0.2) / 2 in the window.
    expect(tests.find(({ test }) => test === 'ks')?.statistic).toBeCloseTo(0.3, 1);
    expect(numberOfValues(comparison.current) / 800).toBeCloseTo(1, 1);
    expect(notices.map(noticeText).join()).toMatch(/a part is in classic and a part in native histograms/);
    const halves = await ask(source, {
      features: [{ name: 'switched' }],
      windows: [
        { from: END - 20 * MINUTE, to: CHANGE },
        { from: CHANGE, to: END },
      ],
    });
    // Each half has the one kind, and its own share up to 1.
    const upToOne = [0, 1].map((window) => {
      const one = histogramAt(halves, window);
      return one.bins.reduce((sum, count, i) => sum + (one.edges[i + 1] <= 1 ? count : 0), 0) / numberOfValues(one);
    });
    expect(upToOne[0]).toBeCloseTo(0.8, 1);
    expect(upToOne[1]).toBeCloseTo(0.2, 1);
  });

  it('drift against a classic histogram of the time before, by bounds', async () => {
    await remoteWrite(url, [
      {
        labels: { __name__: 'moved_on' },
        histograms: times.filter((time) => time >= BEFORE.to).map((time) => sample(time, 0, [3])),
      },
      ...[
        ['1', 1],
        ['2', 4],
        ['+Inf', 4],
      ].map(([le, count]) => ({
        labels: { __name__: 'moved_on_bucket', le: String(le) },
        samples: times.filter((time) => time <= BEFORE.to).map((time) => ({ time, value: Number(count) * each(time) })),
      })),
    ]);
    const { verdicts } = await driftAt(
      url,
      {
        current: { connection: 'metrics', features: [{ name: 'moved_on' }] },
        baseline: { kind: 'previous', offset: '20m' },
        tests: ['ks'],
      },
      WINDOW
    );
    expect(verdicts[0]).toMatchObject({ verdict: 'drift', tests: [{ statisticLow: expect.closeTo(1, 2) }] });
  });

  const inThree = major >= 3 ? it : it.failing;

  inThree('with custom buckets that differ between baseline and current are compared by bounds', async () => {
    await remoteWrite(url, [
      {
        labels: { __name__: 'stable_custom' },
        histograms: times.map((time) => custom(time, [0.1, 0.5, 1], [1, 2, 3, 0])),
      },
      { labels: { __name__: 'canary_custom' }, histograms: times.map((time) => custom(time, [0.5, 2], [3, 3, 0])) },
    ]);
    const verdict = byFeature(
      await driftAt(
        url,
        {
          current: { connection: 'metrics', features: [{ name: 'x', metric: 'canary_custom' }] },
          baseline: { kind: 'selection', features: [{ name: 'x', metric: 'stable_custom' }] },
          tests: ['ks', 'wasserstein_normed'],
        },
        WINDOW
      )
    ).get('x');
    const ks = verdict?.tests.find(({ test }) => test === 'ks');
    // Both have half at or below 0.5; that the canary's lie anywhere in (0, 0.5] and (0.5, 2] leaves room.
    expect(ks?.statisticLow).toBeCloseTo(0, 2);
    expect(ks?.statisticHigh).toBeGreaterThan(0.45);
    expect(verdict?.verdict).toBe('no_drift');
    expect(verdict?.reason.code).toBe('hidden_by_buckets');
  });

  inThree('with custom buckets that change inside a window keep the shared bounds, and the store says so', async () => {
    const histograms = times.map((time) =>
      time < CHANGE ? custom(time, [0.1, 0.5, 1], [1, 2, 3, 0]) : custom(time, [0.5, 1, 2], [3, 3, 0, 0])
    );
    await remoteWrite(url, [{ labels: { __name__: 'changed_custom' }, histograms }]);
    const set = await ask(source, features('changed_custom'));
    expect(Array.from(histogramAt(set, 0).edges)).toEqual([-Number.MIN_VALUE, 0.1, 0.5, 1]);
    const now = histogramAt(set, 1);
    expect(Array.from(now.edges)).toEqual([-Number.MIN_VALUE, 0.5, 1]);
    expect(numberOfValues(now) / 480).toBeCloseTo(1, 1);
    expect(now.bins[0]).toBe(now.bins[1]);
    expect(set.notices).toEqual([expect.stringMatching(/remarks: PromQL info: mismatched custom buckets/)]);
  });
});
