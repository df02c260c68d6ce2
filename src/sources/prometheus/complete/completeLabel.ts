import type { RequestOptions } from '../../Source';
import type { PrometheusClient } from '../client/PrometheusClient';
import { metricSelectors, type WhichSeries } from './metricSelectors';
import { SUGGESTIONS, type Suggestion } from '../../Suggestion';

/** Labels that tell the parts of a histogram or summary apart. */
const OWN = new Set(['__name__', 'le', 'quantile']);

/** Names of the labels that series have, for segments and categories. */
export async function completeLabel(
  client: PrometheusClient,
  { text, ...which }: WhichSeries & { readonly text: string },
  options: RequestOptions
): Promise<Suggestion[]> {
  const names = await client.labelNames(metricSelectors(which), options);
  return names
    .filter((name) => !OWN.has(name) && name.toLowerCase().includes(text.toLowerCase()))
    .slice(0, SUGGESTIONS)
    .map((value) => ({ value, description: '' }));
}
