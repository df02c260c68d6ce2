import { z } from 'zod';
import { listGrafanaSources } from '../../sources/transport/listGrafanaSources';
import { readParameters } from './readParameters';
import type { ResourceRequest } from './Resource';

const parametersSchema = z.object({ type: z.enum(['prometheus', 'elasticsearch']) });

/** Grafana's data sources that a connection of a type may go through: for the picker of a connection's `grafanaUid`. */
export async function listDataSources({ access, parameters }: ResourceRequest, signal: AbortSignal) {
  const { type } = readParameters(parametersSchema, parameters);
  return { dataSources: await listGrafanaSources(access.grafana, type, { signal }) };
}
