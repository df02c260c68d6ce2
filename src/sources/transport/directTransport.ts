import { authorization } from './authorization';
import type { ConnectionContext } from './ConnectionContext';
import type { Endpoint } from './endpoint';
import { exchange } from './exchange';
import { withoutCredentials } from './withoutCredentials';
import { secretHeaders } from './secretHeaders';
import { sharedAgent } from './sharedAgent';
import { timeoutOf } from './timeoutOf';
import { tlsSettings } from './tlsSettings';
import type { Transport } from './Transport';

/** Straight to the store's address. Throws a SourceError where a secret or a certificate's file is missing. */
export function directTransport(url: string, endpoint: Endpoint, context: ConnectionContext): Transport {
  const base = new URL(url);
  const place = withoutCredentials(base);
  const agent = sharedAgent(base.protocol, tlsSettings(endpoint.tls, context));
  const headers = {
    ...endpoint.headers,
    ...secretHeaders(context),
    ...authorization(base, endpoint, context),
  };
  return {
    place,
    isDirect: true,
    send: (request, options) =>
      exchange(
        {
          place,
          address: new URL(`${place}${request.path}`),
          agent,
          method: request.method,
          headers: { ...headers, ...request.headers },
          body: request.body,
          timeout: timeoutOf(endpoint),
        },
        options
      ),
  };
}
