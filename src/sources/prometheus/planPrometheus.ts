import type { TimeRange } from '../../query/time';
import type {
  DistributionRequest,
  DistributionSet,
  Plan,
  PlanDescription,
  RequestOptions,
  Unsupported,
} from '../Source';
import { NoSeries } from '../NoSeries';
import { Remarks } from './batch/Remarks';
import type { PrometheusClient } from './client/PrometheusClient';
import { countDistributions } from './countDistributions';
import { probe } from './metric/probe';
import { type MetricQuery, metricQuery } from './metric/MetricQuery';
import type { RecognizedMetric } from './metric/MetricKind';
import { recognize } from './metric/recognize';
import { requireSense } from './metric/requireSense';
import { describePlan } from './describePlan';
import { readSamples } from './samples/readSamples';
import { partlyFilled } from './windows/partlyFilled';
import { groupRuns } from './windows/runs';

/** What a plan works with. */
export interface PlannedRequest {
  readonly queries: readonly MetricQuery[];
  readonly windows: readonly TimeRange[];
  readonly segmentBy: readonly string[];
  readonly minimumCoverage?: number;
}

/** One probe of what the metrics are; then as few range queries as their number asks for. */
export function planPrometheus(request: DistributionRequest, client: PrometheusClient): Plan | Unsupported {
  const windows = request.windows.filter((window) => window !== null);
  if (windows.length < request.windows.length) {
    return {
      unsupported: 'A selection of Prometheus needs a time range: its metrics are counted between two moments.',
    };
  }
  const queries = request.features.map((feature, index) => metricQuery(feature, index, request.selection));
  const planned = { queries, windows, segmentBy: request.segmentBy, minimumCoverage: request.minimumCoverage };
  return {
    description: describePlan(planned),
    execute: (options) => execute(planned, client, options),
  };
}

/** A plan's description once it is known what the metrics are: asks the store for that. */
export async function explainPrometheus(
  request: DistributionRequest,
  client: PrometheusClient,
  options: RequestOptions
): Promise<PlanDescription> {
  const windows = request.windows.filter((window) => window !== null);
  const queries = request.features.map((feature, index) => metricQuery(feature, index, request.selection));
  const planned = { queries, windows, segmentBy: request.segmentBy };
  const probes = await probe(client, queries, groupRuns(windows), request.segmentBy, new Remarks(), options);
  const metrics = queries
    .map((query) => recognize(query, probes, client.replicaLabels))
    .filter((metric) => metric !== null);
  return describePlan(planned, metrics);
}

async function execute(
  { queries, windows, segmentBy, minimumCoverage }: PlannedRequest,
  client: PrometheusClient,
  options: RequestOptions
): Promise<DistributionSet> {
  const remarks = new Remarks();
  const runs = groupRuns(windows);
  const probes = await probe(client, queries, runs, segmentBy, remarks, options);
  const metrics: RecognizedMetric[] = [];
  const absent: string[] = [];
  for (const query of queries) {
    const metric = recognize(query, probes, client.replicaLabels);
    if (metric === null) {
      absent.push(query.kind === 'metric' ? `${query.feature.name} (${query.metric})` : query.feature.name);
    } else {
      metrics.push(metric);
    }
  }
  if (metrics.length === 0) {
    throw nothingThere(client, absent, windows);
  }
  await requireSense(metrics, client, options);
  const asked = { metrics, windows, runs, segmentBy, minimumCoverage, probes, remarks };
  const isSampled = ({ kind }: RecognizedMetric) => kind === 'gauge' || kind === 'moments';
  const counted = await countDistributions(
    client,
    { ...asked, metrics: metrics.filter((one) => !isSampled(one)) },
    options
  );
  const sampled = await readSamples(client, { ...asked, metrics: metrics.filter(isSampled) }, options);
  const cells = [...counted.cells, ...sampled.cells];
  const filled = new Set(cells.map(({ feature, window }) => `${feature}\0${window}`));
  return {
    cells,
    notices: [
      ...(absent.length === 0 ? [] : [`${client.place} has no series of ${absent.join(', ')} in this time.`]),
      ...partlyFilled(metrics, probes, windows, (index, window) =>
        filled.has(`${queries[index].feature.name}\0${window}`)
      ),
      ...scrapedTwice(metrics),
      ...counted.notices,
      ...sampled.notices,
      ...remarks.notices(client.place),
    ],
    warned: remarks.warned,
  };
}

/** Which features have one series for each of several servers that scrape the same targets. */
function scrapedTwice(metrics: readonly RecognizedMetric[]): string[] {
  const doubled = metrics.filter(({ replicas }) => replicas !== undefined);
  const counted = doubled.filter(({ kind }) => kind !== 'gauge' && kind !== 'native');
  const labels = doubled[0]?.replicas?.join(', ') ?? '';
  const names = (some: readonly RecognizedMetric[]) => some.map(({ query }) => query.feature.name).join(', ');
  const others = doubled.filter((one) => !counted.includes(one));
  return [
    ...(counted.length === 0
      ? []
      : [
          `${names(counted)}: several servers scrape the same targets: series that differ by ${labels} alone are counted once.`,
        ]),
    ...(others.length === 0
      ? []
      : [
          `${names(others)}: several servers scrape the same targets, so that all is counted once for each: choose one by the "matchers" (${labels}).`,
        ]),
  ];
}

function nothingThere({ place }: PrometheusClient, absent: readonly string[], windows: readonly TimeRange[]): NoSeries {
  const from = new Date(Math.min(...windows.map((window) => window.from))).toISOString();
  const to = new Date(Math.max(...windows.map((window) => window.to))).toISOString();
  return new NoSeries(
    `${place} has no series of ${absent.join(', ')} between ${from} and ${to}: check names, matchers and the time, and how long the store keeps its data.`
  );
}
