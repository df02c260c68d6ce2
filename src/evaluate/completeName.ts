import type { z } from 'zod';
import { BadQuery } from '../query/BadQuery';
import {
  complete as completeElasticsearch,
  completionSchema as elasticsearchSchema,
} from '../sources/elasticsearch/complete/complete';
import { ElasticsearchSource } from '../sources/elasticsearch/ElasticsearchSource';
import {
  complete as completePrometheus,
  completionSchema as prometheusSchema,
} from '../sources/prometheus/complete/complete';
import { PrometheusSource } from '../sources/prometheus/PrometheusSource';
import type { RequestOptions } from '../sources/Source';
import type { Suggestion } from '../sources/Suggestion';
import { type ConnectionAccess, type Connections, sourceOf } from './connections';

/** Reads what is to be completed by the schema of the connection's kind: each kind of store has names of its own. */
type ReadAsked = <Schema extends z.ZodType>(schema: Schema) => z.output<Schema>;

/** Suggestions from a connection's store, for the query editor. Throws a SourceError, or a BadQuery where it has none. */
export async function completeName(
  connection: string | undefined,
  readAsked: ReadAsked,
  { connections, access }: { readonly connections: Connections; readonly access?: ConnectionAccess },
  options: RequestOptions
): Promise<readonly Suggestion[]> {
  const source = sourceOf(connections, connection, access);
  if (source instanceof PrometheusSource) {
    return completePrometheus(source.client, readAsked(prometheusSchema), options);
  }
  if (source instanceof ElasticsearchSource) {
    return completeElasticsearch(source.client, readAsked(elasticsearchSchema), options);
  }
  throw new BadQuery(
    `The connection "${connection ?? ''}" has nothing to complete: only Prometheus and Elasticsearch have.`
  );
}
