import { SourceError } from '../SourceError';
import type { ConnectionContext, GrafanaAccess } from './ConnectionContext';
import type { Endpoint } from './endpoint';
import { exchange } from './exchange';
import { grafanaMessage } from './grafanaMessage';
import { sharedAgent } from './sharedAgent';
import { timeoutOf } from './timeoutOf';
import type { Transport, TransportAnswer } from './Transport';
import { withoutCredentials } from './withoutCredentials';

/** Headers of the request being answered that Grafana is told of, so that its logs and limits know the alert rule. */
const PASSED_ON = /^(fromalert|x-rule-.+)$/i;

/**
 * Through Grafana's proxy to one of its data sources, by uid: address, credentials and TLS are that data source's. Throws
 * a SourceError where the data source is not allowed or there is no way to call Grafana.
 */
export function grafanaTransport(uid: string, endpoint: Endpoint, context: ConnectionContext): Transport {
  const { url, token, headers, allowedUids } = accessOf(context);
  if (!allowedUids.includes(uid)) {
    throw refused(
      `The connection "${context.name}" goes through Grafana's data source "${uid}", which is not on this data source's list of allowed ones.`,
      403
    );
  }
  if (token === undefined || token === '') {
    throw refused(
      `The connection "${context.name}" goes through Grafana's data source "${uid}", and Modelwatch may not call Grafana: switch managed service accounts on, or store a service account's token as the secret "grafana.token".`,
      400
    );
  }
  const base = new URL(url);
  const root = withoutCredentials(base);
  const place = `Grafana's data source "${uid}"`;
  const agent = sharedAgent(base.protocol);
  return {
    place,
    send: async (request, options) => {
      const answer = await exchange(
        {
          place,
          address: new URL(`${root}/api/datasources/proxy/uid/${uid}${request.path}`),
          agent,
          method: request.method,
          headers: { ...passedOn(headers), ...request.headers, Authorization: `Bearer ${token}` },
          body: request.body,
          timeout: timeoutOf(endpoint),
        },
        options
      );
      refuseOfGrafana(answer, uid, context);
      return answer;
    },
  };
}

function accessOf({ name, grafana }: ConnectionContext): GrafanaAccess {
  if (grafana === undefined) {
    throw refused(
      `The connection "${name}" goes through a data source of Grafana, which works inside Grafana only: outside write "url".`,
      400
    );
  }
  return grafana;
}

function passedOn(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([header]) => PASSED_ON.test(header)));
}

/** Answers of Grafana itself, as against those of the store behind it: they carry a message but no store's status. */
function refuseOfGrafana({ status, text }: TransportAnswer, uid: string, { name }: ConnectionContext): void {
  const says = status >= 400 ? grafanaMessage(text) : undefined;
  if (says === undefined) {
    return;
  }
  const advice =
    status === 404
      ? 'is there a data source with this uid?'
      : status === 401 || status === 403
        ? 'may the service account query this data source?'
        : 'see the log of Grafana.';
  throw new SourceError(
    `Grafana refuses the way to its data source "${uid}" (connection "${name}") with status ${status}, "${says}": ${advice}`,
    { status: status === 404 || status === 401 || status === 403 ? status : 502, side: 'downstream' }
  );
}

function refused(message: string, status: number): SourceError {
  return new SourceError(message, { status, side: 'plugin' });
}
