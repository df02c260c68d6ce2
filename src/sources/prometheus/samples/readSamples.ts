import { formatDuration } from '../../../query/duration';
import type { TimeRange } from '../../../query/time';
import type { DistributionCell, RequestOptions } from '../../Source';
import { askInParts } from '../batch/askInParts';
import type { Remarks } from '../batch/Remarks';
import { parseSampleValue } from '../client/parseSampleValue';
import type { PrometheusClient } from '../client/PrometheusClient';
import type { RecognizedMetric } from '../metric/MetricKind';
import { type MetricQuery, type NamedMetric, seriesOf } from '../metric/MetricQuery';
import { ARM_LABEL } from '../promql/union';
import { blocksOf } from './blocks';
import { readRaw } from './readRaw';
import { SampleCollector } from './SampleCollector';

/** Raw samples of one feature that are fetched over all windows; of more, every so many are. */
export const MOST_SAMPLES = 200_000;
/** Of all features together. */
const MOST_TOGETHER = 4_000_000;
const MOST_MOMENTS = 10_000;
const SHORTEST_STEP = 15_000;
/** An expression is evaluated at about so many moments over all windows, where nothing tells how often it changes. */
const MOMENTS_OF_EXPRESSIONS = 5000;

export interface SamplesAsked {
  readonly metrics: readonly RecognizedMetric[];
  readonly windows: readonly TimeRange[];
  readonly segmentBy: readonly string[];
  readonly remarks: Remarks;
}

/** The values of gauges and of expressions at moments, window by window. */
export async function readSamples(
  client: PrometheusClient,
  asked: SamplesAsked,
  options: RequestOptions
): Promise<{ cells: DistributionCell[]; notices: string[] }> {
  const collector = new SampleCollector(asked.windows, asked.segmentBy);
  const notices = new Set<string>();
  const into = { collector, remarks: asked.remarks };
  const limit = Math.min(MOST_SAMPLES, Math.floor(MOST_TOGETHER / asked.metrics.length));
  const span = asked.windows.reduce((sum, { from, to }) => sum + to - from, 0);
  const blocks = blocksOf(asked.windows).map(async (block) => {
    const held = await countSamples(client, asked, block, options);
    const share = limit * ((block.to - block.from) / span);
    const small = asked.metrics
      .filter(isNamed)
      .map((metric) => ({ metric, samples: held(metric).samples }))
      .filter(({ metric, samples }) => metric.kind === 'gauge' && samples <= share);
    const whole = new Set<RecognizedMetric>(small.map(({ metric }) => metric));
    const others = asked.metrics.filter((metric) => !whole.has(metric));
    await Promise.all([
      readRaw(client, small, block, into, options),
      ...others.map(async (metric) => {
        const step = stepOf(metric, block, held(metric).series, share);
        await readMoments(client, metric, block, step, into, options);
        notices.add(sampledNotice(metric, step, limit));
      }),
    ]);
  });
  await Promise.all(blocks);
  return { cells: collector.cells(), notices: [...notices] };
}

interface Held {
  readonly samples: number;
  readonly series: number;
}

/** What the store holds of each gauge. */
async function countSamples(
  client: PrometheusClient,
  { metrics, remarks }: SamplesAsked,
  { from, to }: TimeRange,
  options: RequestOptions
): Promise<(metric: RecognizedMetric) => Held> {
  const within = formatDuration(to - from);
  const arms = metrics.filter(isNamed).flatMap(({ query }) => {
    const counted = `count_over_time(${seriesOf(query)}[${within}])`;
    return [
      { id: `${query.index}:samples`, expr: `sum(${counted})` },
      { id: `${query.index}:series`, expr: `count(${counted})` },
    ];
  });
  const counts = new Map<string, number>();
  const points = { start: to, end: to, step: 1000 };
  for (const { metric, values = [] } of arms.length === 0
    ? []
    : await askInParts(client, arms, points, remarks, options)) {
    counts.set(metric[ARM_LABEL], parseSampleValue(values[0]?.[1] ?? '0'));
  }
  return ({ query: { index } }) => ({
    samples: counts.get(`${index}:samples`) ?? 0,
    series: counts.get(`${index}:series`) ?? 0,
  });
}

function isNamed(metric: RecognizedMetric): metric is RecognizedMetric & { query: NamedMetric } {
  return metric.query.kind === 'metric';
}

/** The value at equal distances in time. */
async function readMoments(
  client: PrometheusClient,
  metric: RecognizedMetric,
  { from, to }: TimeRange,
  step: number,
  { collector, remarks }: { collector: SampleCollector; remarks: Remarks },
  options: RequestOptions
): Promise<void> {
  const arm = { id: String(metric.query.index), expr: expressionOf(metric.query) };
  // A window holds what was scraped from its beginning to before its end: both ends are none of its moments.
  const points = { start: from + step, end: to - 1, step };
  const series = await askInParts(
    client,
    [arm],
    { ...points, end: Math.max(points.start, points.end) },
    remarks,
    options
  );
  series.forEach((one) => collector.add(metric, one));
}

function expressionOf(query: MetricQuery): string {
  return query.kind === 'expression' ? `(${query.expr})` : seriesOf(query);
}

/** Of a gauge with too many samples, so that about as many as wanted remain: longer than its scrapes are apart. */
function stepOf({ kind }: RecognizedMetric, { from, to }: TimeRange, series: number, most: number): number {
  const span = to - from;
  const step = kind === 'gauge' ? Math.max(span / MOST_MOMENTS, (span * series) / most) : span / MOMENTS_OF_EXPRESSIONS;
  return Math.max(SHORTEST_STEP, Math.ceil(step / 1000) * 1000);
}

function sampledNotice({ query, kind }: RecognizedMetric, step: number, limit: number): string {
  return kind === 'gauge'
    ? `${query.feature.name}: more than ${limit.toLocaleString('en-US')} samples; taken is the value at every ${formatDuration(step)}.`
    : `${query.feature.name}: the expression is evaluated at every ${formatDuration(step)}.`;
}
