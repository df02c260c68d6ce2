import { formatDuration } from '../../query/duration';
import type { TimeRange } from '../../query/time';
import type { Distribution } from '../../distribution/Distribution';
import type { DistributionCell, RequestOptions } from '../Source';
import { askCounts } from './batch/askCounts';
import { countingArms } from './batch/countingArms';
import type { Remarks } from './batch/Remarks';
import { splitArms } from './batch/splitArms';
import type { PrometheusClient } from './client/PrometheusClient';
import { classicHistogram } from './distributions/classicHistogram';
import { distributionOfParts } from './distributions/distributionOfParts';
import { type CollectedCell, PartsCollector } from './distributions/PartsCollector';
import { layoutKey, type TrustedBounds, trustedBounds, withMixedLayouts } from './metric/layouts';
import type { RecognisedMetric } from './metric/MetricKind';
import type { ProbeResult } from './metric/ProbeResult';
import { lastEnd, type Run } from './windows/runs';

export interface CountingAsked {
  readonly metrics: readonly RecognisedMetric[];
  readonly windows: readonly TimeRange[];
  readonly runs: readonly Run[];
  readonly segmentBy: readonly string[];
  readonly probes: ProbeResult;
  readonly remarks: Remarks;
}

/** Distributions that the store counts: histograms, counters, summaries, expressions over windows. */
export async function countDistributions(
  client: PrometheusClient,
  asked: CountingAsked,
  options: RequestOptions
): Promise<{ cells: DistributionCell[]; notices: string[] }> {
  const { metrics, windows, runs, segmentBy, probes, remarks } = asked;
  const byIndex = new Map(metrics.map((metric) => [metric.query.index, metric]));
  const collector = new PartsCollector(segmentBy, (index) => byIndex.get(index)?.query.feature.label);
  const requests = runs.flatMap((run) => {
    const windowAt = new Map(run.windows.map((window) => [windows[window].to, window]));
    const points = { start: run.firstEnd, end: lastEnd(run), step: run.step };
    return splitArms(metrics, run.windows.length).map((some) => ({
      group: some.flatMap((metric) => countingArms(metric, segmentBy, formatDuration(run.length))),
      points,
      windowAt,
    }));
  });
  const native = new Set(metrics.filter(({ kind }) => kind === 'native').map(({ query }) => `${query.index}:counts`));
  const areHistograms = (armId: string) => native.has(armId);
  const mixed = withMixedLayouts(metrics, probes);
  const [trusted] = await Promise.all([
    trustedBounds(client, mixed, runs, segmentBy, remarks, options),
    ...requests.map(async ({ group, points, windowAt }) => {
      const answer = await askCounts(client, group, areHistograms, points, remarks, options);
      answer.forEach((series) => collector.add(series, windowAt));
    }),
  ]);
  const mixedIndices = new Set(mixed.map(({ query }) => query.index));
  const coarser = new Set<string>();
  const cells: DistributionCell[] = [];
  for (const cell of collector) {
    const metric = byIndex.get(cell.index);
    const bounds = mixedIndices.has(cell.index) ? boundsWithin(trusted, cell, windows, segmentBy) : undefined;
    const distribution = metric === undefined ? null : distributionOf(metric, cell, bounds);
    if (metric !== undefined && distribution !== null) {
      const feature = metric.query.feature.name;
      cells.push({ window: cell.window, segment: cell.parts.segment, feature, distribution });
      if (bounds !== undefined && cell.parts.cumulative.size > bounds.size) {
        coarser.add(feature);
      }
    }
  }
  return { cells, notices: noticesOf(metrics, [...coarser]) };
}

function boundsWithin(
  trusted: TrustedBounds,
  { index, window, parts }: CollectedCell,
  windows: readonly TimeRange[],
  segmentBy: readonly string[]
) {
  const key = layoutKey(
    index,
    segmentBy.map((label) => parts.segment[label])
  );
  return trusted.within(key, windows[window].from, windows[window].to);
}

function distributionOf(
  metric: RecognisedMetric,
  { parts }: CollectedCell,
  bounds: ReadonlySet<number> | undefined
): Distribution | null {
  return bounds === undefined ? distributionOfParts(metric, parts) : classicHistogram(parts, bounds);
}

function noticesOf(metrics: readonly RecognisedMetric[], coarser: readonly string[]): string[] {
  const summaries = metrics.filter(({ kind }) => kind === 'summary').map(({ query }) => query.feature.name);
  return [
    ...(coarser.length === 0
      ? []
      : [
          `${coarser.join(', ')}: the buckets were changed, so that windows with old and new ones are told apart only at the bounds that both have.`,
        ]),
    ...(summaries.length === 0
      ? []
      : [
          `${summaries.join(', ')}: summaries hold quantiles of each instance alone, averaged here: everything said about them is approximate.`,
        ]),
  ];
}
