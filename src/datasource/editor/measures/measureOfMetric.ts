import type { MeasureDraft } from '../../ModelwatchQuery';

interface Series {
  readonly matchers?: string;
  readonly segmentBy?: readonly string[];
}

/**
 * The most natural number of a metric of Prometheus: events of a counter, the 95th percentile of a histogram, the mean of
 * a gauge. The description is the store's: it begins with the type.
 */
export function measureOfMetric(metric: string, description: string, series: Series): MeasureDraft {
  const { matchers = '', segmentBy = [] } = series;
  const selected = (name: string) => (matchers === '' ? name : `${name}{${matchers}}`);
  const by = (labels: readonly string[]) => (labels.length === 0 ? '' : ` by (${labels.join(', ')}) `);
  if (description.startsWith('classic histogram')) {
    const buckets = `sum${by(['le', ...segmentBy])}(increase(${selected(`${metric}_bucket`)}[$__window]))`;
    return { name: `${metric} p95`, expr: `histogram_quantile(0.95, ${buckets})`, direction: 'above' };
  }
  if (description.startsWith('counter') || metric.endsWith('_total')) {
    return { name: metric, expr: `sum${by(segmentBy)}(increase(${selected(metric)}[$__window]))`, counts: true };
  }
  return { name: metric, expr: `avg${by(segmentBy)}(avg_over_time(${selected(metric)}[$__window]))` };
}
