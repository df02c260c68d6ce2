import type { Histogram } from '../../src/distribution/Distribution';
import { PrometheusClient } from '../../src/sources/prometheus/client/PrometheusClient';
import type { Labels } from '../../src/sources/prometheus/client/PrometheusAnswer';
import { openTransport } from '../../src/sources/transport/openTransport';
import { BEFORE, buckets, END, MINUTE, SCRAPE, START, WINDOW } from './support/recent';
import { type FloatSample, remoteWrite, STALE } from './support/remoteWrite';
import { testServers } from './support/servers';
import { ask, sourceAt } from './support/sourceAt';

const LAYOUT = { '1': 3, '2': 4, '+Inf': 4 };

/** The buckets with the samples that a test leaves of them. */
function scraped(metric: string, keep: (samples: FloatSample[]) => FloatSample[]) {
  return buckets(metric, LAYOUT).map(({ labels, samples }) => ({ labels, samples: keep(samples) }));
}

/** Twenty minutes of four values each fifteen seconds. */
const WHOLE = 4 * 80;

describe.each(testServers())('$name', ({ url }) => {
  const source = sourceAt(url);
  const totals = async (name: string) => {
    const { cells, notices } = await ask(source, { features: [{ name }], windows: [BEFORE, WINDOW] });
    const of = (window: number) => cells.find((cell) => cell.window === window)?.distribution.counts.total ?? 0;
    return { before: of(0), now: of(1), notices };
  };

  it('loses nothing where scrapes are missing inside a window: counters go on', async () => {
    const outage = ({ time }: FloatSample) => time > END - 15 * MINUTE && time < END - 5 * MINUTE;
    await remoteWrite(
      url,
      scraped('outage', (samples) => samples.filter((sample) => !outage(sample)))
    );
    const { before, now } = await totals('outage');
    expect(Math.abs(before - WHOLE)).toBeLessThanOrEqual(4);
    expect(Math.abs(now - WHOLE)).toBeLessThanOrEqual(4);
  });

  it('counts in neither window what came between two scrapes far apart, one in each', async () => {
    const outage = ({ time }: FloatSample) => time > WINDOW.from - 4 * MINUTE && time < WINDOW.from + 4 * MINUTE;
    await remoteWrite(
      url,
      scraped('apart', (samples) => samples.filter((sample) => !outage(sample)))
    );
    const { before, now } = await totals('apart');
    // Sixteen minutes each, and half a scrape's distance at the gap.
    for (const total of [before, now]) {
      expect(Math.abs(total - 0.8 * WHOLE)).toBeLessThanOrEqual(6);
    }
  });

  it('ends a counter where it went stale, and says that the window is not full', async () => {
    const gone = END - 10 * MINUTE;
    await remoteWrite(
      url,
      scraped('stale', (samples) => [
        ...samples.filter(({ time }) => time <= gone),
        { time: gone + SCRAPE, value: STALE },
      ])
    );
    const { now, notices } = await totals('stale');
    expect(Math.abs(now - WHOLE / 2)).toBeLessThanOrEqual(4);
    expect(notices.join('\n')).toMatch(/stale: in 1 of 2 windows the series begin or end inside the window/);
  });

  it('counts nothing of a window with a single scrape, and says why', async () => {
    const rare = [START + MINUTE, START + 10 * MINUTE, END - 2 * MINUTE];
    await remoteWrite(
      url,
      scraped('single', (samples) => samples.filter(({ time }) => rare.includes(time)))
    );
    const { cells } = await ask(source, { features: [{ name: 'single' }], windows: [BEFORE, WINDOW] });
    expect(cells.map(({ window, undecided }) => [window, undecided])).toEqual([
      [0, undefined],
      [1, expect.stringMatching(/single sample|cover only/)],
    ]);
  });

  it('reads what a recording rule added up, as the raw buckets', async () => {
    const pods = ['a', 'b'].flatMap((pod) =>
      buckets('raw', LAYOUT, { labels: { pod, model: 'm' }, ...(pod === 'b' && { reset: END - 13 * MINUTE }) })
    );
    await remoteWrite(url, pods);
    // As docs/prometheus.md has it, with two minutes instead of an hour, somewhere between the full minutes.
    const client = new PrometheusClient(openTransport({ url }, { name: 'metrics' }));
    const rule = { expr: 'sum by (le, model) (increase(raw_bucket[2m]))', step: 2 * MINUTE };
    const { data } = await client.queryRange({ ...rule, start: START + 2 * MINUTE + 37_000, end: END }, {});
    const recorded = data.map(
      ({ metric, values = [] }: { metric: Labels; values?: ReadonlyArray<readonly [number, string]> }) => ({
        labels: { ...metric, __name__: 'model:raw_bucket:increase2m' },
        samples: values.map(([time, value]) => ({ time: time * 1000, value: Number(value) })),
      })
    );
    await remoteWrite(url, recorded);
    const features = [
      { name: 'raw' },
      { name: 'recorded', expr: 'sum by (le) (sum_over_time(model:raw_bucket:increase2m[$__window]))' },
    ];
    const { cells } = await ask(source, { features, windows: [WINDOW] });
    const [raw, sums] = features.map(
      ({ name }) => cells.find(({ feature }) => feature === name)?.distribution as Histogram
    );
    expect(Array.from(sums.edges)).toEqual(Array.from(raw.edges));
    sums.bins.forEach((count, i) => expect(Math.abs(count - raw.bins[i])).toBeLessThanOrEqual(0.03 * 2 * WHOLE));
  });
});
