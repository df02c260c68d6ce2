import { z } from 'zod';
import { checkEndpoint, endpointShape } from '../transport/endpoint';

/** A Prometheus, or anything that speaks its HTTP API: Mimir, Thanos, VictoriaMetrics. */
export const prometheusConnectionSchema = z
  .strictObject({ type: z.literal('prometheus'), ...endpointShape })
  .superRefine(checkEndpoint);
export type PrometheusConnection = z.output<typeof prometheusConnectionSchema>;
