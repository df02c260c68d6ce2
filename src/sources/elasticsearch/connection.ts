import { z } from 'zod';
import { checkEndpoint, endpointShape } from '../transport/endpoint';

/** An Elasticsearch 8 or later, or an OpenSearch 2. */
export const elasticsearchConnectionSchema = z
  .strictObject({ type: z.literal('elasticsearch'), ...endpointShape })
  .superRefine(checkEndpoint);
export type ElasticsearchConnection = z.output<typeof elasticsearchConnectionSchema>;
