import { formatDuration } from '../../../query/duration';
import type { TimeRange } from '../../../query/time';
import type { RequestOptions } from '../../Source';
import type { Remarks } from '../batch/Remarks';
import type { Series } from '../client/PrometheusAnswer';
import type { PrometheusClient } from '../client/PrometheusClient';
import { TooMuch } from '../client/TooMuch';
import type { RecognizedMetric } from '../metric/MetricKind';
import type { NamedMetric } from '../metric/MetricQuery';
import { selector } from '../promql/names';
import { escapeRegex, quote } from '../promql/quote';
import type { SampleCollector } from './SampleCollector';

/** Samples in one answer, about 30 bytes each. */
const MOST_AT_ONCE = 500_000;

export interface HeldMetric {
  readonly metric: RecognizedMetric & { readonly query: NamedMetric };
  /** How many the store holds. */
  readonly samples: number;
}

/** Every sample. Gauges with the same matchers come in one request: a range of samples keeps its metric's name. */
export async function readRaw(
  client: PrometheusClient,
  metrics: readonly HeldMetric[],
  block: TimeRange,
  { collector, remarks }: { collector: SampleCollector; remarks: Remarks },
  options: RequestOptions
): Promise<void> {
  await Promise.all(
    groups(metrics).map(async (group) => {
      const series = await samplesWithin(client, selectorOf(group), block, remarks, options);
      for (const one of series) {
        group
          .filter(({ metric }) => metric.query.metric === one.metric.__name__)
          .forEach(({ metric }) => collector.add(metric, one));
      }
    })
  );
}

/** Those that one request can ask for, with no more samples than an answer should have. */
function groups(metrics: readonly HeldMetric[]): HeldMetric[][] {
  const byMatchers = new Map<string, HeldMetric[][]>();
  for (const held of metrics) {
    const { matchers } = held.metric.query;
    const known = byMatchers.get(matchers) ?? [];
    byMatchers.set(matchers, known);
    const last = known[known.length - 1];
    const size = last?.reduce((sum, { samples }) => sum + samples, held.samples) ?? Infinity;
    if (size <= MOST_AT_ONCE) {
      last.push(held);
    } else {
      known.push([held]);
    }
  }
  return [...byMatchers.values()].flat();
}

function selectorOf(group: readonly HeldMetric[]): string {
  const [{ matchers }] = group.map(({ metric }) => metric.query);
  const names = [...new Set(group.map(({ metric }) => metric.query.metric))];
  const named = `__name__=~${quote(names.map(escapeRegex).join('|'))}`;
  return names.length === 1
    ? selector(names[0], [matchers])
    : `{${[named, matchers].filter((text) => text !== '').join(',')}}`;
}

/** Samples of [from, to); in halves of the time where the store refuses them as too many at once. */
async function samplesWithin(
  client: PrometheusClient,
  wanted: string,
  { from, to }: TimeRange,
  remarks: Remarks,
  options: RequestOptions
): Promise<Series[]> {
  try {
    // The store's ranges hold their end, and since Prometheus 3 not their beginning: what lies outside is left out here.
    const { data, ...said } = await client.querySamples(`${wanted}[${formatDuration(to - from)}]`, to - 1, options);
    remarks.add(said);
    return data.map((series) => ({ ...series, values: series.values?.filter(([time]) => isIn(time, from, to)) }));
  } catch (error) {
    const middle = from + Math.floor((to - from) / 2000) * 1000;
    if (!(error instanceof TooMuch) || middle <= from) {
      throw error;
    }
    const first = await samplesWithin(client, wanted, { from, to: middle }, remarks, options);
    return [...first, ...(await samplesWithin(client, wanted, { from: middle, to }, remarks, options))];
  }
}

function isIn(seconds: number, from: number, to: number): boolean {
  const time = Math.round(seconds * 1000);
  return time >= from && time < to;
}
