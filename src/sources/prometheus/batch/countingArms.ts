import type { Arm } from '../promql/union';
import type { RecognisedMetric } from '../metric/MetricKind';
import { by, seriesOf, WINDOW_PLACEHOLDER, type NamedMetric } from '../metric/MetricQuery';

/** What the results of an arm are. */
export type Part = 'counts' | 'quantiles' | 'observations' | 'sum';

/**
 * The expressions whose values at a window's end are that window's distribution. `increase` sees through counter resets
 * and, in Prometheus itself, extrapolates to the window's ends: docs/prometheus.md says what that means.
 */
export function countingArms(metric: RecognisedMetric, segmentBy: readonly string[], window: string): Arm[] {
  const { query } = metric;
  const arm = (part: Part, expr: string): Arm => ({ id: `${query.index}:${part}`, expr });
  if (query.kind === 'expression') {
    const labels = ['le', ...(query.feature.label === undefined ? [] : [query.feature.label]), ...segmentBy];
    return [arm('counts', `sum${by(labels)} (${query.expr.replaceAll(WINDOW_PLACEHOLDER, window)})`)];
  }
  const increase = (series: string) => `increase(${series}[${window}])`;
  switch (metric.kind) {
    case 'classic':
      return [
        arm('counts', `sum${by(['le', ...segmentBy])} (${increase(seriesOf(query, '_bucket', 'le!=""'))})`),
        arm('observations', `sum${by(segmentBy)} (${increase(seriesOf(query, '_count'))})`),
        arm('sum', `sum${by(segmentBy)} (${increase(seriesOf(query, '_sum'))})`),
      ];
    case 'native':
      return [arm('counts', `sum${by(segmentBy)} (${increase(seriesOf(query))})`)];
    case 'counter':
      return [arm('counts', counted(metric, query, segmentBy, increase))];
    case 'summary':
      return [
        arm(
          'quantiles',
          `avg${by(['quantile', ...segmentBy])} (avg_over_time(${seriesOf(query, '', 'quantile!=""')}[${window}]))`
        ),
        arm('observations', `sum${by(segmentBy)} (${increase(seriesOf(query, '_count'))})`),
      ];
    default:
      throw new TypeError(`${metric.kind} is not counted by the store`);
  }
}

/** Series without the label are asked for too: they are the missing values. */
function counted(
  { countedBy }: RecognisedMetric,
  query: NamedMetric,
  segmentBy: readonly string[],
  increase: (series: string) => string
): string {
  const labels = [...new Set([query.feature.label ?? '', ...segmentBy])].filter((label) => label !== '');
  switch (countedBy) {
    case 'itself':
      return `sum${by(labels)} (${increase(seriesOf(query))})`;
    case 'classic':
      return `sum${by(labels)} (${increase(seriesOf(query, '_bucket', 'le="+Inf"'))})`;
    case 'native':
      return `sum${by(labels)} (histogram_count(${increase(seriesOf(query))}))`;
  }
}
