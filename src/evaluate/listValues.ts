import { BadQuery } from '../query/BadQuery';
import type { Selection } from '../query/selection';
import type { TimeRange } from '../query/time';
import { completeValue } from '../sources/prometheus/complete/completeValue';
import { PrometheusSource } from '../sources/prometheus/PrometheusSource';
import type { RequestOptions } from '../sources/Source';
import { sourceOf, type ConnectionAccess, type Connections } from './connections';

const MOST_VALUES = 500;

interface ListOptions extends RequestOptions {
  readonly access?: ConnectionAccess;
  /** Only what lies in it; null stands for everything. */
  readonly range: TimeRange | null;
}

/**
 * Values of a label, column or field, the most frequent first where the store counts them: for variables that choose a
 * segment. Throws a SourceError or a BadQuery.
 */
export async function listValues(
  selection: Selection,
  field: string,
  connections: Connections,
  { access, range, ...options }: ListOptions
): Promise<readonly string[]> {
  const source = sourceOf(connections, selection.connection, access);
  if (source instanceof PrometheusSource) {
    const { matchers, features = [] } = selection;
    const asked = { label: field, text: '', matchers, metric: features[0]?.metric };
    return (await completeValue(source.client, asked, options)).map(({ value }) => value);
  }
  const plan = source.plan({
    selection,
    features: [{ name: field, type: 'categorical' }],
    windows: [selection.timeField === undefined ? null : range],
    segmentBy: [],
  });
  if ('unsupported' in plan) {
    throw new BadQuery(plan.unsupported);
  }
  const { cells } = await plan.execute(options);
  const counts = cells.flatMap(({ distribution }) =>
    distribution.kind === 'categories' ? [...distribution.byCategory] : []
  );
  return counts
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_VALUES)
    .map(([value]) => value);
}
