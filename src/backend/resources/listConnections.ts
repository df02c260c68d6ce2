import type { ResourceRequest } from './Resource';

/** Names and types alone: where a connection leads to is no business of whoever writes a query. */
export async function listConnections({ settings }: ResourceRequest) {
  return {
    connections: Object.entries(settings.connections).map(([name, { type }]) => ({ name, type })),
    defaultConnection: settings.defaultConnection ?? null,
  };
}
