import { issueWords } from '../../query/issueWords';
import {
  type Connection,
  type ConnectionAccess,
  type Connections,
  connectionSchema,
  type ValidConnection,
} from '../../evaluate/connections';
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
  const connections = readEach(raw, where);
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

const KINDS: readonly string[] = connectionSchema.options.map(({ shape }) => shape.type.value);

/** Each by itself: one that is wrong is no fault of the others. Throws a BadRequest where they are no connections at all. */
function readEach(raw: unknown, where: string): Connections {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw) || Object.hasOwn(raw, '')) {
    throw new BadRequest(`${where} are not valid. "connections": must be settings by the name of a connection.`);
  }
  return Object.fromEntries(Object.entries(raw).map(([name, one]) => [name, readOne(name, one, where)]));
}

function readOne(name: string, raw: unknown, where: string): Connection {
  const parsed = connectionSchema.safeParse(raw, { error: issueWords });
  if (parsed.success) {
    return parsed.data;
  }
  const problems = parsed.error.issues.map(
    ({ path, message }) => `"${['connections', name, ...path].join('.')}": ${message}`
  );
  const { type } = (raw ?? {}) as { readonly type?: ValidConnection['type'] };
  return {
    type: 'invalid',
    ...(type !== undefined && KINDS.includes(type) && { meant: type }),
    problem: `${where} are not valid. ${problems.join('; ')}`,
  };
}

/** What is needed before there is any connection: to pick what one could lead to. Throws a BadRequest. */
export function readAccess(settings: DataSourceSettings): ConnectionAccess {
  const { jsonData, secrets, grafana } = settings;
  const where = placeOf(settings);
  const { allowedUids, connections } = parseObject(jsonData, where);
  const written = readAllowed(allowedUids, where);
  return {
    secrets,
    grafana: grafana && { ...grafana, allowedUids: written ?? uidsIn(connections), mayList: written !== undefined },
  };
}

function placeOf({ name }: DataSourceSettings): string {
  return `The settings of the data source "${name}"`;
}

/** Those that an administrator wrote into a connection. */
function uidsIn(connections: unknown): string[] {
  const all: unknown[] = typeof connections === 'object' && connections !== null ? Object.values(connections) : [];
  return all.flatMap((one) => {
    const { grafanaUid } = (one ?? {}) as { readonly grafanaUid?: unknown };
    return typeof grafanaUid === 'string' ? [grafanaUid] : [];
  });
}

/** The list of Grafana's data sources that connections may go through; undefined where none was written. */
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
