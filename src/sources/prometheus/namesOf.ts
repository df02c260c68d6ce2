import type { FeatureSpec, Selection } from '../../query/selection';
import type { RequestOptions } from '../Source';
import type { CatalogueOptions, PrometheusClient } from './client/PrometheusClient';
import { metricQuery, seriesOf } from './metric/MetricQuery';
import { cleanMatchers } from './promql/names';

/** Selectors in one request: they stand in its address, which has a longest length. */
const MOST_SELECTORS = 20;
/** Labels that tell parts of a metric apart, not segments. */
const OWN_LABELS = new Set(['__name__', 'le', 'quantile', 'vmrange']);

/** Histograms and summaries that match, and the labels by which series can be told apart. */
export async function namesOf(
  client: PrometheusClient,
  selection: Selection,
  options: RequestOptions
): Promise<{ metrics: string[]; labels: string[] }> {
  const { features = [] } = selection;
  const labels = await labelsOf(client, features, selection, options);
  const metrics =
    features.length > 0 ? features.map(({ name }) => name) : await distributionMetrics(client, selection, options);
  return { metrics, labels };
}

async function labelsOf(
  client: PrometheusClient,
  features: readonly FeatureSpec[],
  selection: Selection,
  options: RequestOptions
): Promise<string[]> {
  const named = features.flatMap((feature, index) => {
    const query = feature.expr === undefined ? metricQuery({ ...feature, type: 'numeric' }, index, selection) : null;
    return query?.kind === 'metric' ? [seriesOf(query), seriesOf(query, '_bucket')] : [];
  });
  const matchers = cleanMatchers(selection.matchers);
  const selectors = named.length > 0 ? named.slice(0, MOST_SELECTORS) : matchers === '' ? [] : [`{${matchers}}`];
  const labels = await client.labelNames(selectors, options);
  return labels.filter((label) => !OWN_LABELS.has(label));
}

/** Names of the metrics that hold a distribution by themselves: `x_bucket` with `le` or `vmrange`, and summaries. */
export async function distributionMetrics(
  client: PrometheusClient,
  { matchers }: Pick<Selection, 'matchers'>,
  options: CatalogueOptions
): Promise<string[]> {
  const own = cleanMatchers(matchers);
  const having = (label: string) => `{${[`${label}!=""`, own].filter((text) => text !== '').join(',')}}`;
  const [buckets, ranges, quantiles] = await Promise.all([
    client.labelValues('__name__', [having('le')], options),
    client.labelValues('__name__', [having('vmrange')], options),
    client.labelValues('__name__', [having('quantile')], options),
  ]);
  const histograms = [...buckets, ...ranges]
    .filter((name) => name.endsWith('_bucket'))
    .map((name) => name.slice(0, -'_bucket'.length));
  return [...new Set([...histograms, ...quantiles])].sort();
}
