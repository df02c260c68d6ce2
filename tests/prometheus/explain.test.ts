import { connectionsSchema } from '../../src/evaluate/connections';
import { evaluate } from '../../src/evaluate/evaluate';
import type { ExplainResult } from '../../src/evaluate/Result';
import { parseQuery } from '../../src/query/parseQuery';
import { BEFORE, buckets, END, START, WINDOW } from './support/recent';
import { type FloatSample, remoteWrite } from './support/remoteWrite';
import { testServers } from './support/servers';

const FAST = { '0.1': 6, '0.5': 9, '1': 10, '+Inf': 10 };
const SLOW = { '0.1': 1, '0.5': 3, '1': 9, '+Inf': 10 };
const times = (layout: Record<string, number>, factor: number) =>
  Object.fromEntries(Object.entries(layout).map(([le, each]) => [le, factor * each]));

/** In two stretches of as much time: a layout before, and another one from the window on. */
function changing(
  metric: string,
  before: Record<string, number>,
  now: Record<string, number>,
  labels: Record<string, string>
) {
  const [first, second] = [buckets(metric, before, { labels }), buckets(metric, now, { labels, from: WINDOW.from })];
  const at = (samples: readonly FloatSample[], time: number) =>
    Number(samples.find((one) => one.time === time)?.value ?? 0);
  return first.map((series, i) => ({
    ...series,
    samples: series.samples.map(({ time }): FloatSample => ({
      time,
      value: at(series.samples, Math.min(time, WINDOW.from)) + at(second[i].samples, time),
    })),
  }));
}

describe.each(testServers())('$name', ({ url }) => {
  beforeAll(() =>
    remoteWrite(url, [
      // Two regions whose shares flip, each as it was.
      ...changing('flip', times(FAST, 4), FAST, { region: 'north', pod: 'a' }),
      ...changing('flip', SLOW, times(SLOW, 4), { region: 'south', pod: 'a' }),
      // One caller slows down.
      ...changing('slow', FAST, FAST, { app: 'web' }),
      ...changing('slow', FAST, SLOW, { app: 'partner' }),
    ])
  );

  async function ask(metric: string): Promise<ExplainResult> {
    const connections = connectionsSchema.parse({ metrics: { type: 'prometheus', url } });
    const current = { connection: 'metrics', features: [{ name: metric }] };
    const of = { kind: 'drift', current, baseline: { kind: 'previous', offset: '20m' }, feature: metric };
    const result = await evaluate(parseQuery({ kind: 'explain', of }), { range: WINDOW, now: END, connections });
    if (result.kind !== 'explain') {
      throw new Error(result.kind);
    }
    return result;
  }

  it('explains a flip of shares by the mix of a label', async () => {
    expect([BEFORE.from, BEFORE.to]).toEqual([START, WINDOW.from]);
    const { causes, summary, verdict } = await ask('flip');
    expect(verdict.verdict).toBe('drift');
    expect(causes[0]).toMatchObject({ kind: 'mix', field: 'region' });
    expect(causes[0].explained).toBeGreaterThan(0.9);
    expect(summary).toMatch(/^With the baseline's shares of region/);
  });

  it('explains one slow caller by leaving it out', async () => {
    const { causes } = await ask('slow');
    expect(causes[0]).toMatchObject({ kind: 'slice', field: 'app', value: 'partner' });
    expect(causes[0].explained).toBeGreaterThan(0.9);
    expect(causes.filter(({ kind }) => kind === 'mix')).toEqual([]);
  });
});
