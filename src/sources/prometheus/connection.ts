import { z } from 'zod';
import { checkEndpoint, endpointShape } from '../transport/endpoint';

/** A Prometheus, or anything that speaks its HTTP API: Mimir, Thanos, VictoriaMetrics. */
export const prometheusConnectionSchema = z
  .strictObject({
    type: z.literal('prometheus'),
    ...endpointShape,
    /** Labels that tell apart servers that scrape the same targets; those of usual set-ups where it is not given. */
    replicaLabels: z.array(z.string().min(1)).min(1).optional(),
    /** What a querier of Thanos is asked beside the query; other stores know none of it. */
    thanos: z
      .strictObject({
        /** `false` makes an answer an error that lacks a store's series. */
        partialResponse: z.boolean().optional(),
        /** Whether series that replicas scraped are one. */
        dedup: z.boolean().optional(),
      })
      .optional(),
  })
  .superRefine(checkEndpoint);
export type PrometheusConnection = z.output<typeof prometheusConnectionSchema>;
