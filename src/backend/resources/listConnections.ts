import type { ResourceRequest } from './Resource';

/** Names and types alone: where a connection leads to is no business of whoever writes a query. */
export async function listConnections({ settings }: ResourceRequest) {
  const all = Object.entries(settings.connections).flatMap(([name, connection]) => {
    const type = connection.type === 'invalid' ? connection.meant : connection.type;
    return type === undefined ? [] : [{ name, type }];
  });
  return {
    connections: all.filter(({ type }) => type !== 'mlflow'),
    registries: all.filter(({ type }) => type === 'mlflow').map(({ name }) => name),
    defaultConnection: settings.defaultConnection ?? null,
  };
}
