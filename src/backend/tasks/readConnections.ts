import { connectionsSchema, type Connections } from '../../evaluate/connections';
import { BadRequest } from './BadRequest';
import type { DataSourceSettings } from './Task';

/** The connections of a data source's settings. Throws a BadRequest that says what to change on its configuration page. */
export function readConnections({ name, jsonData }: DataSourceSettings): Connections {
  const where = `The settings of the data source "${name}"`;
  const settings = parseObject(jsonData, where);
  if (settings.version !== undefined && settings.version !== 1) {
    throw new BadRequest(
      `${where} are of version ${String(settings.version)}, and this Modelwatch knows version 1: update the plugin.`
    );
  }
  if (settings.connections === undefined) {
    throw new BadRequest(`${where} name no connection: add one on its configuration page.`);
  }
  const parsed = connectionsSchema.safeParse(settings.connections);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) => `"${['connections', ...path].join('.')}": ${message}`
    );
    throw new BadRequest(`${where} are not valid: ${problems.join('; ')}`);
  }
  return parsed.data;
}

function parseObject(json: string, where: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(json || '{}');
  } catch {
    throw new BadRequest(`${where} are not JSON: save them again on its configuration page.`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadRequest(`${where} are not an object: save them again on its configuration page.`);
  }
  return value as Record<string, unknown>;
}
