import type { RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import type { PrometheusClient } from '../client/PrometheusClient';
import type { RecognizedMetric } from './MetricKind';

const COUNTER_NAME = /_(total|count)$/;

/** Throws a SourceError where a counter is taken for a number, or a gauge for counts: neither has a distribution. */
export async function requireSense(
  metrics: readonly RecognizedMetric[],
  client: PrometheusClient,
  options: RequestOptions
): Promise<void> {
  for (const recognized of metrics) {
    const { query, kind } = recognized;
    if (!isTaken(recognized) || query.kind !== 'metric') {
      continue;
    }
    const { feature, metric } = query;
    const wanted = kind === 'gauge' ? 'counter' : 'gauge';
    const isWrong = needsType(recognized)
      ? (await client.metadata(metric, options)).get(metric)?.type === wanted
      : kind === 'gauge';
    if (isWrong) {
      throw new SourceError(
        kind === 'gauge'
          ? `The feature "${feature.name}" reads the counter ${metric}, which only ever grows: name the "label" whose values are the categories to compare.`
          : `The feature "${feature.name}" counts the gauge ${metric} by its label "${feature.label}", but a gauge counts nothing: take a counter, or the gauge's values without a label.`,
        { status: 400, side: 'plugin' }
      );
    }
  }
}

/** Whether only the store can tell that a metric is what it is taken for: one request each. */
export function needsType(metric: RecognizedMetric): boolean {
  return isTaken(metric) && metric.query.kind === 'metric' && !COUNTER_NAME.test(metric.query.metric);
}

/** Whether it is taken for a gauge or for a counter. */
function isTaken({ query, kind, countedBy }: RecognizedMetric): boolean {
  return query.kind === 'metric' && (kind === 'gauge' || (kind === 'counter' && countedBy === 'itself'));
}
