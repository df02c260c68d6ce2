import type { Selection } from '../../query/selection';
import type { DescribeOptions, FieldDescription } from '../Source';
import type { PrometheusClient } from './client/PrometheusClient';
import { distributionMetrics } from './namesOf';

/**
 * Types of features. They follow from how a feature is written, so that named ones cost no request: a label's values are
 * categories, everything else that Prometheus holds are numbers.
 */
export async function describeMetrics(
  client: PrometheusClient,
  selection: Selection,
  options: DescribeOptions
): Promise<FieldDescription[]> {
  const { features = [] } = selection;
  if (features.length === 0) {
    const names = await distributionMetrics(client, selection, options);
    return names.map((name) => ({ name, type: 'numeric', evidence: 'a histogram or summary', identifier: false }));
  }
  return features.map(({ name, field, label }) => ({
    name: field ?? name,
    type: label === undefined ? 'numeric' : 'categorical',
    evidence: label === undefined ? 'Prometheus holds numbers' : `the values of the label ${label}`,
    identifier: false,
  }));
}
