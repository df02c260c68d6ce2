import { formatDuration } from '../../query/duration';
import type { TimeRange } from '../../query/time';
import type { DistributionCell, RequestOptions } from '../Source';
import { askCounts } from './batch/askCounts';
import { countingArms } from './batch/countingArms';
import type { Remarks } from './batch/Remarks';
import { splitArms } from './batch/splitArms';
import type { PrometheusClient } from './client/PrometheusClient';
import { countEntered } from './countEntered';
import { CountedCells } from './distributions/CountedCells';
import { PartsCollector } from './distributions/PartsCollector';
import { learnHeld } from './held/learnHeld';
import { selectorsOf } from './held/selectorsOf';
import { boundsWithin } from './metric/boundsWithin';
import { withMixedLayouts } from './metric/layouts';
import type { RecognizedMetric } from './metric/MetricKind';
import type { ProbeResult } from './metric/ProbeResult';
import { pointsOf } from './windows/pointsOf';
import type { Run } from './windows/runs';

export interface CountingAsked {
  readonly metrics: readonly RecognizedMetric[];
  readonly windows: readonly TimeRange[];
  readonly runs: readonly Run[];
  readonly segmentBy: readonly string[];
  readonly minimumCoverage?: number;
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
  if (metrics.length === 0) {
    return { cells: [], notices: [] };
  }
  const byIndex = new Map(metrics.map((metric) => [metric.query.index, metric]));
  const collector = new PartsCollector(segmentBy, (index) => byIndex.get(index)?.query.feature.label);
  const requests = runs.flatMap((run) => {
    const windowAt = new Map(run.windows.map((window) => [windows[window].to, window]));
    return splitArms(metrics, run.windows.length).map((some) => ({
      group: some.flatMap((metric) => countingArms(metric, segmentBy, formatDuration(run.length))),
      points: pointsOf(run),
      windowAt,
    }));
  });
  const areHistograms = (armId: string) => armId.endsWith(':native');
  const mixed = new Set(withMixedLayouts(metrics, probes));
  const selectors = ({ length }: Run) => metrics.flatMap((metric) => selectorsOf(metric, length));
  const hasBuckets = ({ kind }: RecognizedMetric) => kind === 'classic' || kind === 'windowed';
  const learn = async () => {
    const held = await learnHeld(client, { ...asked, selectors }, remarks, options);
    const mayLack = (metric: RecognizedMetric, window: number) =>
      hasBuckets(metric) && (mixed.has(metric) || held.hasDoubtsOf(metric.query.index, window));
    const [within] = await Promise.all([
      boundsWithin(client, { metrics, runs, windows, segmentBy, mayLack }, remarks, options),
      countEntered(client, { metrics, runs, windows, segmentBy, held, collector, remarks }, options),
    ]);
    return { held, within };
  };
  const [{ held, within }] = await Promise.all([
    learn(),
    ...requests.map(async ({ group, points, windowAt }) => {
      const answer = await askCounts(client, group, areHistograms, points, remarks, options);
      answer.forEach((series) => collector.add(series, windowAt));
    }),
  ]);
  return new CountedCells({ metrics, windows, segmentBy, held, within }).of(collector);
}
