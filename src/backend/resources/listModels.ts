import { z } from 'zod';
import { listModels as listModelsOf } from '../../baseline/registry/mlflow/readModel';
import { registryOf } from '../../evaluate/connections';
import { readParameters } from './readParameters';
import type { ResourceRequest } from './Resource';

const parametersSchema = z.object({ connection: z.string().min(1).optional() });

/** Registered models with their aliases and newest version, for the query editor. */
export async function listModels({ settings, parameters }: ResourceRequest, signal: AbortSignal) {
  const { connection } = readParameters(parametersSchema, parameters);
  const { client } = registryOf(settings.connections, connection, settings.access);
  return { models: await listModelsOf(client, { signal }) };
}
