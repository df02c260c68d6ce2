import type { RequestOptions } from '../../Source';
import type { PrometheusClient } from '../client/PrometheusClient';
import { metricSelectors, type WhichSeries } from './metricSelectors';
import { SUGGESTIONS, type Suggestion } from '../../Suggestion';

/** Values that a label has, for matchers. */
export async function completeValue(
  client: PrometheusClient,
  { label, text, ...which }: WhichSeries & { readonly label: string; readonly text: string },
  options: RequestOptions
): Promise<Suggestion[]> {
  const values = await client.labelValues(label, metricSelectors(which), { ...options, limit: SUGGESTIONS * 10 });
  return values
    .filter((value) => value.toLowerCase().includes(text.toLowerCase()))
    .slice(0, SUGGESTIONS)
    .map((value) => ({ value, description: '' }));
}
