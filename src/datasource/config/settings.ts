import type { DataSourceSettings } from '@grafana/data';
import type { ConnectionSettings, ConnectionType, ModelwatchSecrets, ModelwatchSettings } from '../ModelwatchSettings';

/** The data source's settings as the configuration page holds them. */
export type Settings = DataSourceSettings<ModelwatchSettings, ModelwatchSecrets>;

const FIRST_NAMES: Readonly<Record<ConnectionType, string>> = {
  file: 'files',
  prometheus: 'metrics',
  elasticsearch: 'logs',
  mlflow: 'registry',
};

export function connectionsOf({ jsonData }: Settings): Record<string, ConnectionSettings> {
  return jsonData.connections ?? {};
}

/** Changes what is no secret. */
export function withJson(settings: Settings, change: Partial<ModelwatchSettings>): Settings {
  return { ...settings, jsonData: { ...settings.jsonData, version: 1, ...change } };
}

/** Adds a connection under a name that is free: `metrics`, `metrics2`, … */
export function addConnection(settings: Settings, type: ConnectionType): Settings {
  const connections = connectionsOf(settings);
  let name = FIRST_NAMES[type];
  for (let count = 2; name in connections; count++) {
    name = `${FIRST_NAMES[type]}${count}`;
  }
  const added: ConnectionSettings = type === 'file' ? { type, folder: '' } : { type, url: '' };
  return withJson(settings, { connections: { ...connections, [name]: added } });
}

/** In its place, so that the list does not jump. */
export function changeConnection(settings: Settings, name: string, connection: ConnectionSettings): Settings {
  return withJson(settings, { connections: { ...connectionsOf(settings), [name]: connection } });
}

/**
 * Renames a connection in its place. Secrets are stored under its name, and what is stored can't be read here: typed ones
 * move along, stored ones are taken back and have to be typed again.
 */
export function renameConnection(settings: Settings, from: string, to: string): Settings {
  const { defaultConnection } = settings.jsonData;
  const connections = Object.fromEntries(
    Object.entries(connectionsOf(settings)).map(([name, connection]) => [name === from ? to : name, connection])
  );
  const moved = secretsOf(settings, from).reduce((changed, what) => {
    const typed = secretTyped(settings, from, what);
    const taken = resetSecret(changed, from, what);
    return typed === '' ? taken : setSecret(taken, to, what, typed);
  }, settings);
  return withJson(moved, {
    connections,
    defaultConnection: defaultConnection === from ? to : defaultConnection,
  });
}

export function removeConnection(settings: Settings, name: string): Settings {
  const { defaultConnection } = settings.jsonData;
  const connections = Object.fromEntries(Object.entries(connectionsOf(settings)).filter(([other]) => other !== name));
  const cleared = secretsOf(settings, name).reduce((changed, what) => resetSecret(changed, name, what), settings);
  return withJson(cleared, {
    connections,
    defaultConnection: defaultConnection === name ? undefined : defaultConnection,
  });
}

/**
 * What of a connection's secrets is stored or typed: `password`, `header.X-Scope-OrgID`. Names may hold dots, so that one may
 * begin as another's secrets do: those belong to the longest name.
 */
export function secretsOf(settings: Settings, connection: string): string[] {
  const { secureJsonFields = {}, secureJsonData = {} } = settings;
  const prefix = `${connection}.`;
  const longer = Object.keys(connectionsOf(settings)).filter((name) => name.startsWith(prefix));
  const stored = Object.keys(secureJsonFields).filter((key) => secureJsonFields[key]);
  const typed = Object.keys(secureJsonData).filter(
    (key) => secureJsonData[key] !== undefined && secureJsonData[key] !== ''
  );
  return [...new Set([...stored, ...typed])]
    .filter((key) => key.startsWith(prefix) && !longer.some((name) => key.startsWith(`${name}.`)))
    .map((key) => key.slice(prefix.length));
}

/** Whether a secret is stored, so that it can be replaced but not seen. */
export function isStored({ secureJsonFields = {} }: Settings, connection: string, what: string): boolean {
  return secureJsonFields[`${connection}.${what}`] === true;
}

/** What has been typed of a secret and not been saved yet. */
export function secretTyped({ secureJsonData = {} }: Settings, connection: string, what: string): string {
  return secureJsonData[`${connection}.${what}`] ?? '';
}

export function setSecret(settings: Settings, connection: string, what: string, value: string): Settings {
  return { ...settings, secureJsonData: { ...settings.secureJsonData, [`${connection}.${what}`]: value } };
}

/** Takes a secret back: Grafana keeps what is not overwritten, and nothing that is empty counts. */
export function resetSecret(settings: Settings, connection: string, what: string): Settings {
  const key = `${connection}.${what}`;
  return {
    ...settings,
    secureJsonFields: { ...settings.secureJsonFields, [key]: false },
    secureJsonData: { ...settings.secureJsonData, [key]: '' },
  };
}

/** Why a connection may not be called so; undefined where it may. */
export function nameProblem(name: string, otherNames: readonly string[]): 'empty' | 'taken' | undefined {
  if (name.trim() === '') {
    return 'empty';
  }
  return otherNames.includes(name.trim()) ? 'taken' : undefined;
}
