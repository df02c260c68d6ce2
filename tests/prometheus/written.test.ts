import type { Categories, Histogram, Quantiles, Samples } from '../../src/distribution/Distribution';
import { numberOfValues } from '../../src/distribution/numberOfValues';
import { ks } from '../../src/statistics/numeric/ks';
import type { DistributionSet } from '../../src/sources/Source';
import { BEFORE, buckets, counter, END, MINUTE, SCRAPE, START, times, WINDOW } from './support/recent';
import { type FloatSample, type HistogramSample, remoteWrite, STALE } from './support/remoteWrite';
import { testServers } from './support/servers';
import { ask, sourceAt } from './support/sourceAt';

const only = <D>({ cells }: DistributionSet) => cells[0].distribution as D;

describe.each(testServers())('$name', ({ url, major }) => {
  const source = sourceAt(url);

  it('sees through counter resets', async () => {
    await remoteWrite(url, buckets('reset', { '1': 2, '2': 3, '+Inf': 4 }, { reset: END - 10 * MINUTE }));
    const { bins } = only<Histogram>(await ask(source, { features: [{ name: 'reset' }], windows: [WINDOW] }));
    // 80 scrapes; at the reset one scrape's increase is lost.
    expect(Array.from(bins).map((count) => Math.round(count / 10))).toEqual([16, 8, 8]);
  });

  it('reads exponential buckets, negative ones, the zero bucket and NaN', async () => {
    const at = (time: number): HistogramSample => {
      const n = (time - START) / SCRAPE;
      return {
        time,
        schema: 0,
        zeroThreshold: 0.001,
        zeroCount: n,
        positive: new Map([
          [1, 2 * n],
          [4, n],
        ]),
        negative: new Map([[0, 3 * n]]),
        nan: n,
        // Prometheus' clients sum up NaN too, and the store takes that as the sign of it.
        sum: NaN,
      };
    };
    await remoteWrite(url, [{ labels: { __name__: 'native' }, histograms: times.map(at) }]);
    const answer = await ask(source, { features: [{ name: 'native' }], windows: [WINDOW] });
    const { edges, bins, counts, closed } = only<Histogram>(answer);
    expect(closed).toBe('right');
    // Schema 0: bucket i is (2^(i−1), 2^i]; the negative one is [−1, −0.5), written with the numbers just below.
    expect(Array.from(edges)).toEqual([-1 - 2 ** -52, -0.5 - 2 ** -53, -0.001 - 2 ** -62, 0.001, 1, 2, 8, 16]);
    const unit = bins[0] / 3;
    expect(Array.from(bins, (count) => Math.round(count / unit))).toEqual([3, 0, 1, 0, 2, 0, 1]);
    expect(Math.abs(unit - 80)).toBeLessThanOrEqual(1);
    expect(Math.round(counts.nan / unit)).toBe(1);
    expect(counts.total).toBe(numberOfValues(only<Histogram>(answer)) + counts.nan);
  });

  it('compares native histograms of different resolution with bounds', async () => {
    const write = (name: string, schema: number, indices: readonly number[]) =>
      remoteWrite(url, [
        {
          labels: { __name__: name },
          histograms: times.map((time) => {
            const n = (time - START) / SCRAPE;
            return { time, schema, positive: new Map(indices.map((index) => [index, n])), sum: n };
          }),
        },
      ]);
    // Values spread over (1, 4]: eight buckets of schema 2, or two of schema 0.
    await write('fine', 2, [1, 2, 3, 4, 5, 6, 7, 8]);
    await write('coarse', 0, [1, 2]);
    const answer = await ask(source, { features: [{ name: 'fine' }, { name: 'coarse' }], windows: [WINDOW] });
    const [fine, coarse] = answer.cells.map(({ distribution }) => distribution);
    const { statisticLow, statisticHigh } = ks(fine, coarse, { seed: 1, permutations: 100 });
    expect(statisticLow).toBeCloseTo(0, 2);
    expect(statisticHigh).toBeGreaterThan(0.3);
  });

  (major >= 3 ? it : it.failing)('reads custom buckets of native histograms (Prometheus 3)', async () => {
    const at = (time: number): HistogramSample => {
      const n = (time - START) / SCRAPE;
      return {
        time,
        schema: -53,
        bounds: [0.1, 0.5, 1],
        positive: new Map([
          [0, n],
          [1, 2 * n],
          [2, 3 * n],
          [3, n],
        ]),
        sum: 4 * n,
      };
    };
    await remoteWrite(url, [{ labels: { __name__: 'custom' }, histograms: times.map(at) }]);
    const { edges, bins } = only<Histogram>(await ask(source, { features: [{ name: 'custom' }], windows: [WINDOW] }));
    expect(Array.from(edges)).toEqual([-Number.MIN_VALUE, 0.1, 0.5, 1, Infinity]);
    expect(Array.from(bins, (count) => Math.round(count / 80))).toEqual([1, 2, 3, 1]);
  });

  it('takes a native histogram rather than the classic one, where it covers as much', async () => {
    const native = times.map((time) => ({
      time,
      schema: 1,
      positive: new Map([[2, (time - START) / SCRAPE]]),
      sum: 1,
    }));
    await remoteWrite(url, [
      { labels: { __name__: 'both' }, histograms: native },
      ...buckets('both', { '1': 0, '+Inf': 1 }),
    ]);
    const late = native.filter(({ time }) => time > END - 5 * MINUTE);
    await remoteWrite(url, [
      { labels: { __name__: 'moved' }, histograms: late },
      ...buckets('moved', { '1': 0, '+Inf': 1 }),
    ]);
    const answer = await ask(source, { features: [{ name: 'both' }, { name: 'moved' }], windows: [WINDOW] });
    const edgesOf = (name: string) =>
      (answer.cells.find(({ feature }) => feature === name)?.distribution as Histogram).edges;
    expect(Array.from(edgesOf('both'))).toEqual([expect.closeTo(Math.SQRT2, 12), 2]);
    expect(Array.from(edgesOf('moved'))).toEqual([-Number.MIN_VALUE, 1, Infinity]);
  });

  it('counts NaN and infinite samples of a gauge, and ends it where it went stale', async () => {
    const gone = END - 5 * MINUTE;
    const samples = times
      .filter((time) => time <= gone)
      .map((time, i): FloatSample => ({ time, value: i % 4 === 0 ? NaN : i % 4 === 1 ? Infinity : i }));
    await remoteWrite(url, [
      { labels: { __name__: 'gauge', pod: 'a' }, samples: [...samples, { time: gone + SCRAPE, value: STALE }] },
    ]);
    const answer = await ask(source, { features: [{ name: 'gauge' }], windows: [WINDOW] });
    const { counts, sorted } = only<Samples>(answer);
    // From 20 to 5 minutes before the end, both ends included.
    expect(counts).toMatchObject({ total: 61, nan: 16, positiveInfinity: 15 });
    expect(sorted).toHaveLength(45);
    expect(answer.cells[0].refuseIid).toMatch(/Scrapes of a gauge/);
    expect(answer.notices.join('\n')).toMatch(/gauge: in 1 of 1 window the series begin or end inside the window/);
  });

  it('keeps only the bounds that old and new buckets share', async () => {
    const changed = END - 10 * MINUTE;
    await remoteWrite(url, [
      ...buckets('changed', { '0.1': 1, '0.5': 2, '1': 3, '+Inf': 4 }, { to: changed, labels: { pod: 'old' } }),
      ...buckets('changed', { '0.25': 1, '1': 3, '2': 4, '+Inf': 4 }, { from: changed, labels: { pod: 'new' } }),
    ]);
    const answer = await ask(source, { features: [{ name: 'changed' }], windows: [WINDOW, BEFORE] });
    const [now, before] = [0, 1].map(
      (window) => answer.cells.find((cell) => cell.window === window)?.distribution as Histogram
    );
    expect(Array.from(before.edges)).toEqual([-Number.MIN_VALUE, 0.1, 0.5, 1, Infinity]);
    expect(Array.from(now.edges)).toEqual([-Number.MIN_VALUE, 1, Infinity]);
    expect(now.bins[0] / numberOfValues(now)).toBeCloseTo(0.75, 2);
    expect(answer.notices.join('\n')).toMatch(
      /changed: not all series have the same buckets. At the bounds 0\.1, 0\.25, 0\.5, 2 as few as 50%/
    );
  });

  it('keeps every bound where each segment has its own buckets', async () => {
    await remoteWrite(url, [
      ...buckets('canary', { '0.1': 1, '+Inf': 2 }, { labels: { version: '1' } }),
      ...buckets('canary', { '0.25': 1, '0.5': 2, '+Inf': 2 }, { labels: { version: '2' } }),
    ]);
    const { cells } = await ask(source, { features: [{ name: 'canary' }], windows: [WINDOW], segmentBy: ['version'] });
    const edges = cells.map(({ segment, distribution }) => [segment.version, ...(distribution as Histogram).edges]);
    expect(edges.sort()).toEqual([
      ['1', -Number.MIN_VALUE, 0.1, Infinity],
      ['2', -Number.MIN_VALUE, 0.25, 0.5, Infinity],
    ]);
  });

  it('adds up bounds that are the same number, written by Prometheus 2 and 3', async () => {
    await remoteWrite(url, [
      ...buckets('upgrade', { '1': 1, '+Inf': 2 }, { labels: { pod: 'a' } }),
      ...buckets('upgrade', { '1.0': 1, '+Inf': 2 }, { labels: { pod: 'b' } }),
    ]);
    const { edges, bins } = only<Histogram>(await ask(source, { features: [{ name: 'upgrade' }], windows: [WINDOW] }));
    expect(Array.from(edges)).toEqual([-Number.MIN_VALUE, 1, Infinity]);
    expect(bins[0]).toBe(bins[1]);
  });

  it('counts by a label, the empty one as missing', async () => {
    await remoteWrite(url, [
      { labels: { __name__: 'seen_total', class: 'a' }, samples: counter(3) },
      { labels: { __name__: 'seen_total', class: '__proto__' }, samples: counter(1) },
      { labels: { __name__: 'seen_total' }, samples: counter(2) },
    ]);
    const features = [{ name: 'seen', metric: 'seen_total', label: 'class' }];
    const { byCategory, counts } = only<Categories>(await ask(source, { features, windows: [WINDOW] }));
    expect([...byCategory].sort()).toEqual([
      ['__proto__', expect.any(Number)],
      ['a', expect.any(Number)],
    ]);
    expect(Math.round(counts.missing / 80)).toBe(2);
    expect(Math.round((byCategory.get('a') ?? 0) / 80)).toBe(3);
  });

  it('reads summaries as quantiles, and says that they are approximate', async () => {
    await remoteWrite(url, [
      ...[0.5, 0.9, 0.99].map((quantile) => ({
        labels: { __name__: 'summary', quantile: String(quantile) },
        samples: times.map((time) => ({ time, value: 10 * quantile })),
      })),
      { labels: { __name__: 'summary_count' }, samples: counter(5) },
    ]);
    const answer = await ask(source, { features: [{ name: 'summary' }], windows: [WINDOW] });
    const { kind, probabilities, values, counts } = only<Quantiles>(answer);
    expect(kind).toBe('quantiles');
    expect(Array.from(probabilities)).toEqual([0.5, 0.9, 0.99]);
    expect(Array.from(values, (value) => Number(value.toFixed(6)))).toEqual([5, 9, 9.9]);
    expect(Math.round(counts.total / 80)).toBe(5);
    expect(answer.notices.join('\n')).toMatch(/summaries.*approximate/);
  });

  it('finds what is sampled more rarely than every five minutes', async () => {
    const rare = [0, 13, 26, 39].map((minute) => ({ time: START + minute * MINUTE, value: minute }));
    await remoteWrite(url, [{ labels: { __name__: 'rare' }, samples: rare }]);
    const { sorted } = only<Samples>(await ask(source, { features: [{ name: 'rare' }], windows: [WINDOW] }));
    expect(Array.from(sorted)).toEqual([26, 39]);
  });

  it('takes samples at equal distances where a gauge has too many, and says so', async () => {
    const pods = Array.from({ length: 1300 }, (_, pod) => ({
      labels: { __name__: 'many', pod: String(pod) },
      samples: times.map((time) => ({ time, value: pod })),
    }));
    for (let from = 0; from < pods.length; from += 100) {
      await remoteWrite(url, pods.slice(from, from + 100));
    }
    const answer = await ask(source, { features: [{ name: 'many' }], windows: [BEFORE, WINDOW] });
    expect(answer.notices).toEqual(['many: more than 200,000 samples; taken is the value at every 16s.']);
    const counts = answer.cells.map(({ distribution }) => distribution.counts.total);
    expect(counts).toHaveLength(2);
    for (const count of counts) {
      expect(count).toBeLessThanOrEqual(100_000);
      expect(count).toBeGreaterThan(90_000);
    }
    const [first] = answer.cells.map(({ distribution }) => distribution as Samples);
    expect(first.sorted.filter((value) => value === 7)).toHaveLength(counts[0] / 1300);
  });

  it('takes free PromQL over windows and over moments', async () => {
    await remoteWrite(url, buckets('free', { '1': 1, '+Inf': 2 }));
    const features = [
      { name: 'windowed', expr: 'sum by (le) (increase(free_bucket[$__window]))' },
      { name: 'plain', expr: 'free_bucket{le=~"1|[+]Inf"}' },
      { name: 'moments', expr: 'free_bucket{le="1"} / ignoring (le) free_bucket{le="+Inf"}' },
    ];
    const { cells, notices } = await ask(source, { features, windows: [WINDOW] });
    const [windowed, plain, moments] = features.map(({ name }) => cells.find(({ feature }) => feature === name));
    expect(plain?.distribution).toEqual(windowed?.distribution);
    expect(moments?.distribution.kind).toBe('samples');
    expect(moments?.refuseIid).toBeDefined();
    expect(notices.join('\n')).toMatch(/moments: the expression is evaluated at every/);
  });

  it('says why an expression or a metric has no distribution', async () => {
    await remoteWrite(url, [{ labels: { __name__: 'lonely_total' }, samples: counter(1) }]);
    const number = [{ name: 'x', expr: 'sum(increase(lonely_total[$__window]))' }];
    await expect(ask(source, { features: number, windows: [WINDOW] })).rejects.toThrow(
      'The expression of the feature "x" yields one number for a window, not a distribution'
    );
    await expect(ask(source, { features: [{ name: 'lonely_total' }], windows: [WINDOW] })).rejects.toThrow(
      'reads the counter lonely_total, which only ever grows: name the "label"'
    );
    const mixed = [{ name: 'x', expr: 'sum(a) by (le)', matchers: 'a="b"' }];
    await expect(ask(source, { features: mixed, windows: [WINDOW] })).rejects.toThrow('is free PromQL, into which');
  });

  it("shows Prometheus' own words where it can't read a query, and what was asked", async () => {
    const features = [{ name: 'x', expr: 'sum(' }];
    await expect(ask(source, { features, windows: [WINDOW] })).rejects.toMatchObject({
      message: expect.stringMatching(/can't read the query .*parse error.*Asked was: .*sum\(/),
      options: { status: 400, side: 'downstream' },
    });
  });

  it("hands on the store's remarks on a good answer", async () => {
    await remoteWrite(url, [{ labels: { __name__: 'badly_named', class: 'a' }, samples: counter(1) }]);
    const features = [{ name: 'n', metric: 'badly_named', label: 'class' }];
    const { notices } = await ask(source, { features, windows: [WINDOW] });
    const remark = expect.stringMatching(/remarks: PromQL info: metric might not be a counter/);
    expect(notices).toEqual(major < 3 ? [] : [remark]);
  });
});
