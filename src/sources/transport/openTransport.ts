import { SourceError } from '../SourceError';
import type { ConnectionContext } from './ConnectionContext';
import { directTransport } from './directTransport';
import type { Endpoint } from './endpoint';
import { grafanaTransport } from './grafanaTransport';
import type { Transport } from './Transport';

/** The way to a store. Throws a SourceError where the settings lack a secret or name a data source that is not allowed. */
export function openTransport(endpoint: Endpoint, context: ConnectionContext): Transport {
  if (endpoint.grafanaUid !== undefined) {
    return grafanaTransport(endpoint.grafanaUid, endpoint, context);
  }
  if (endpoint.url !== undefined) {
    return directTransport(endpoint.url, endpoint, context);
  }
  throw new SourceError(`The connection "${context.name}" has neither "url" nor "grafanaUid".`, {
    status: 400,
    side: 'plugin',
  });
}
