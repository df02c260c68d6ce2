import { issueWords } from '../../query/issueWords';
import { connectionsSchema, type ConnectionAccess, type Connections } from '../../evaluate/connections';
import { BadRequest } from './BadRequest';
import type { DataSourceSettings } from './Task';

/** A data source's settings, as its configuration page and provisioning write them. */
export interface ConnectionSettings {
  readonly connections: Connections;
  /** Taken where a query names none. */
  readonly defaultConnection: string | undefined;
  /** Secrets, and the way to other data sources. */
  readonly access: ConnectionAccess;
  /** The folder of stored baselines. */
  readonly profiles: string | undefined;
}

const VERSION = 1;

/** Throws a BadRequest that says what to change on the data source's configuration page. */
export function readConnections(settings: DataSourceSettings): ConnectionSettings {
  const where = placeOf(settings);
  const { version = VERSION, connections: raw, defaultConnection, profiles } = parseObject(settings.jsonData, where);
  if (version !== VERSION) {
    throw new BadRequest(
      `${where} are of version ${JSON.stringify(version)}, and this Modelwatch knows version ${VERSION}: update the plugin.`
    );
  }
  if (raw === undefined) {
    throw new BadRequest(`${where} name no connection: add one on its configuration page.`);
  }
  const parsed = connectionsSchema.safeParse(raw, { error: issueWords });
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) => `"${['connections', ...path].join('.')}": ${message}`
    );
    throw new BadRequest(`${where} are not valid. ${problems.join('; ')}`);
  }
  const connections = parsed.data;
  if (Object.keys(connections).length === 0) {
    throw new BadRequest(`${where} name no connection: add one on its configuration page.`);
  }
  return {
    connections,
    defaultConnection: readDefault(defaultConnection, connections, where),
    access: readAccess(settings),
    profiles: readFolder(profiles, where),
  };
}

/** What is needed before there is any connection: to pick what one could lead to. Throws a BadRequest. */
export function readAccess(settings: DataSourceSettings): ConnectionAccess {
  const { jsonData, secrets, grafana } = settings;
  const where = placeOf(settings);
  const { allowedUids } = parseObject(jsonData, where);
  return { secrets, grafana: grafana && { ...grafana, allowedUids: readAllowed(allowedUids, where) } };
}

function placeOf({ name }: DataSourceSettings): string {
  return `The settings of the data source "${name}"`;
}

/** Uids of Grafana's data sources that connections may go through; undefined where every one they name is allowed. */
function readAllowed(uids: unknown, where: string): string[] | undefined {
  if (uids === undefined || uids === null) {
    return undefined;
  }
  if (!Array.isArray(uids) || !uids.every((uid) => typeof uid === 'string')) {
    throw new BadRequest(`${where} are not valid. "allowedUids": is not a list of uids`);
  }
  return uids;
}

function readFolder(folder: unknown, where: string): string | undefined {
  if (folder === undefined || folder === null || folder === '') {
    return undefined;
  }
  if (typeof folder !== 'string') {
    throw new BadRequest(`${where} are not valid. "profiles": is not the path of a folder`);
  }
  return folder;
}

function readDefault(name: unknown, connections: Connections, where: string): string | undefined {
  if (name === undefined || name === null || name === '') {
    return undefined;
  }
  if (typeof name !== 'string' || !Object.hasOwn(connections, name)) {
    const known = Object.keys(connections).join(', ');
    throw new BadRequest(
      `${where} name ${JSON.stringify(name)} as the default connection, and there is only ${known}.`
    );
  }
  return name;
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
