import { BadQuery } from '../query/BadQuery';
import { complete, completionSchema, type Completion } from '../sources/prometheus/complete/complete';
import type { Suggestion } from '../sources/prometheus/complete/Suggestion';
import { PrometheusSource } from '../sources/prometheus/PrometheusSource';
import type { RequestOptions } from '../sources/Source';
import { sourceOf, type ConnectionAccess, type Connections } from './connections';

export { completionSchema };

/** Suggestions from a connection's store, for the query editor. Throws a SourceError, or a BadQuery where it has none. */
export async function completeName(
  connection: string | undefined,
  asked: Completion,
  { connections, access }: { readonly connections: Connections; readonly access?: ConnectionAccess },
  options: RequestOptions
): Promise<readonly Suggestion[]> {
  const source = sourceOf(connections, connection, access);
  if (!(source instanceof PrometheusSource)) {
    throw new BadQuery(`The connection "${connection ?? ''}" has nothing to complete: only Prometheus has.`);
  }
  return complete(source.client, asked, options);
}
