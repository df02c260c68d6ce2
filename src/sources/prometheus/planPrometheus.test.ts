/** @jest-environment node */
import type { Categories, Histogram, Samples } from '../../distribution/Distribution';
import type { DistributionSet } from '../Source';
import { PrometheusClient } from './client/PrometheusClient';
import { planPrometheus } from './planPrometheus';
import recorded from './testing/recorded.json';
import { RECORDED_REQUEST } from './testing/recordedRequest';
import { replayingTransport } from './testing/Recording';

async function execute(): Promise<{ set: DistributionSet; asked: string[] }> {
  const transport = replayingTransport(recorded);
  const plan = planPrometheus(RECORDED_REQUEST, new PrometheusClient(transport));
  if ('unsupported' in plan) {
    throw new Error(plan.unsupported);
  }
  return { set: await plan.execute({}), asked: transport.asked };
}

describe('a plan over the answers of a real Prometheus 3', () => {
  it('asks once what the metrics are, once for all counts, once what the windows hold, and for the gauge what it is, how much it holds, and its samples', async () => {
    const { asked } = await execute();
    expect(asked).toHaveLength(6);
    expect(asked.filter((request) => request.includes('increase('))).toHaveLength(2);
    expect(asked[5]).toMatch(/^POST \/api\/v1\/query query=flight_last_probability\{model="delay"\}\[1d\]/);
  });

  it('has a cell for each window and segment that has values', async () => {
    const { cells, notices } = (await execute()).set;
    expect(notices).toEqual([]);
    // By version the counts, and of the version of July none; the gauge has no version.
    expect(new Set(cells.map(({ feature, segment }) => `${feature} ${segment.version}`))).toEqual(
      new Set(['distance 1-backtest', 'delay 1-backtest', 'class 1-backtest', 'last '])
    );
    expect(cells.filter(({ feature }) => feature === 'last').map(({ refuseIid }) => typeof refuseIid)).toEqual(
      Array.from({ length: 4 }, () => 'string')
    );
  });

  it('counts the same flights by distance and by class', async () => {
    const { cells } = (await execute()).set;
    const at = (feature: string) => cells.find((cell) => cell.feature === feature && cell.window === 2)?.distribution;
    const distance = at('distance') as Histogram;
    // Each count is extrapolated and rounded by itself.
    expect(Math.abs(distance.counts.total - (at('class')?.counts.total ?? 0))).toBeLessThanOrEqual(1);
    expect(distance.bins.reduce((sum, count) => sum + count, 0)).toBe(distance.counts.total);
    expect(Array.from(distance.edges.slice(0, 3))).toEqual([-Number.MIN_VALUE, 100, 200]);
    expect((at('delay') as Histogram).edges[0]).toBe(-Infinity);
    expect([...(at('class') as Categories).byCategory.keys()].sort()).toEqual(['late', 'on_time']);
    // Scrapes every five minutes, the one at the window's end being the next window's.
    expect((at('last') as Samples).counts.total).toBe(72);
  });

  it('refuses a selection without a time', () => {
    const plan = planPrometheus({ ...RECORDED_REQUEST, windows: [null] }, new PrometheusClient(replayingTransport({})));
    expect(plan).toEqual({ unsupported: expect.stringMatching(/needs a time range/) });
  });
});
