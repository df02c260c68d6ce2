import { z } from 'zod';
import { checkEndpoint, endpointShape } from '../../../sources/transport/endpoint';

/** A registry of models: it tells which version serves, and keeps what it was trained on. It has no rows to monitor. */
export const mlflowConnectionSchema = z
  .strictObject({
    type: z.literal('mlflow'),
    ...endpointShape,
    grafanaUid: z.never('has no data source for MLflow in Grafana: write its "url"').optional(),
  })
  .superRefine(checkEndpoint);
export type MlflowConnection = z.output<typeof mlflowConnectionSchema>;
