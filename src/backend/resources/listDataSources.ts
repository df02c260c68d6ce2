import { z } from 'zod';
import { listGrafanaSources } from '../../sources/transport/listGrafanaSources';
import { readParameters } from './readParameters';
import type { ResourceRequest } from './Resource';

/** Before, every data source that the service account could see was listed. */
const UNWRITTEN =
  'No data source is listed, since "allowedUids" is not set in the settings: connections go through those that they name, and through no others.';

const parametersSchema = z.object({ type: z.enum(['prometheus', 'elasticsearch']) });

/** Grafana's data sources that a connection of a type may go through: for the picker of a connection's `grafanaUid`. */
export async function listDataSources({ access, parameters }: ResourceRequest, signal: AbortSignal) {
  const { type } = readParameters(parametersSchema, parameters);
  const dataSources = await listGrafanaSources(access.grafana, type, { signal });
  return { dataSources, ...(access.grafana?.mayList === false && { notice: UNWRITTEN }) };
}
