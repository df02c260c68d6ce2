import type { ConnectionSettings } from '../ModelwatchSettings';

type Connections = Readonly<Record<string, ConnectionSettings>>;

/** Adds a connection to files under a name that is free: `files`, `files2`, … */
export function addConnection(connections: Connections): Record<string, ConnectionSettings> {
  let name = 'files';
  for (let count = 2; name in connections; count++) {
    name = `files${count}`;
  }
  return { ...connections, [name]: { type: 'file', folder: '' } };
}

/** In its place, so that the list does not jump. */
export function renameConnection(
  connections: Connections,
  from: string,
  to: string
): Record<string, ConnectionSettings> {
  return Object.fromEntries(
    Object.entries(connections).map(([name, connection]) => [name === from ? to : name, connection])
  );
}

export function changeConnection(
  connections: Connections,
  name: string,
  connection: ConnectionSettings
): Record<string, ConnectionSettings> {
  return { ...connections, [name]: connection };
}

export function removeConnection(connections: Connections, name: string): Record<string, ConnectionSettings> {
  return Object.fromEntries(Object.entries(connections).filter(([other]) => other !== name));
}

/** Why a connection may not be called so; undefined where it may. */
export function nameError(name: string, otherNames: readonly string[]): string | undefined {
  if (name.trim() === '') {
    return 'Give the connection a name';
  }
  return otherNames.includes(name) ? `There is a connection "${name}" already` : undefined;
}
