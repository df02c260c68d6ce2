import type { RequestOptions } from '../../Source';
import { askInParts } from '../batch/askInParts';
import type { Remarks } from '../batch/Remarks';
import { parseSampleValue } from '../client/parseSampleValue';
import type { PrometheusClient } from '../client/PrometheusClient';
import { ARM_LABEL } from '../promql/union';
import { probePoints } from '../windows/probePoints';
import type { Run } from '../windows/runs';
import type { RecognisedMetric } from './MetricKind';
import { by, seriesOf } from './MetricQuery';
import type { ProbeResult } from './ProbeResult';

/** Classic histograms whose series have not all had the same buckets all the time. */
export function withMixedLayouts(metrics: readonly RecognisedMetric[], probes: ProbeResult): RecognisedMetric[] {
  return metrics.filter(({ kind, query }) => {
    const layouts = [...probes.of(query.index, 'classic').values()];
    return kind === 'classic' && (probes.largest(query.index, 'mixed') > 0 || new Set(layouts).size > 1);
  });
}

/** Which bounds can be trusted: those that every series had at both ends of a window. */
export class TrustedBounds {
  /** By feature and segment, then by time, then by bound: how many series have it. */
  private readonly seen = new Map<string, Map<number, Map<number, number>>>();

  add(key: string, time: number, le: number, count: number): void {
    const times = this.seen.get(key) ?? new Map<number, Map<number, number>>();
    this.seen.set(key, times);
    const bounds = times.get(time) ?? new Map<number, number>();
    times.set(time, bounds);
    bounds.set(le, (bounds.get(le) ?? 0) + count);
  }

  /** Undefined where nothing is known against any bound. */
  within(key: string, from: number, to: number): Set<number> | undefined {
    const ends = [from, to].flatMap((time) => this.seen.get(key)?.get(time) ?? []);
    if (ends.length === 0) {
      return undefined;
    }
    const common = ends.map((bounds) => [...bounds].filter(([, n]) => n === mostOf(bounds)).map(([le]) => le));
    return new Set(common[0].filter((le) => common.every((others) => others.includes(le))));
  }
}

/** All series: those of the bucket `+Inf`, or of the bound that most have where that is not stored. */
function mostOf(bounds: ReadonlyMap<number, number>): number {
  return bounds.get(Infinity) ?? Math.max(...bounds.values());
}

export function layoutKey(index: number, segment: readonly string[]): string {
  return JSON.stringify([index, ...segment]);
}

/** Asks how many series have each bound at the ends of the windows, for the few metrics whose buckets changed. */
export async function trustedBounds(
  client: PrometheusClient,
  metrics: readonly RecognisedMetric[],
  runs: readonly Run[],
  segmentBy: readonly string[],
  remarks: Remarks,
  options: RequestOptions
): Promise<TrustedBounds> {
  const trusted = new TrustedBounds();
  const arms = metrics.flatMap(({ query }) =>
    query.kind === 'metric'
      ? [
          {
            id: String(query.index),
            expr: `count${by(['le', ...segmentBy])} (${seriesOf(query, '_bucket', 'le!=""')})`,
          },
        ]
      : []
  );
  for (const points of arms.length === 0 ? [] : runs.flatMap(probePoints)) {
    for (const { metric, values = [] } of await askInParts(client, arms, points, remarks, options)) {
      const segment = segmentBy.map((label) => metric[label] ?? '');
      const key = layoutKey(Number(metric[ARM_LABEL]), segment);
      for (const [time, count] of values) {
        trusted.add(key, Math.round(time * 1000), parseSampleValue(metric.le), parseSampleValue(count));
      }
    }
  }
  return trusted;
}
