import { createHash } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import type { TlsSettings } from './tlsSettings';

/** More different TLS settings than a process ever sees at once. */
const MOST = 50;
/** An idle connection is kept this long: a dashboard's next refresh uses it again. */
const IDLE_MS = 30_000;

const OPTIONS = { keepAlive: true, timeout: IDLE_MS } as const;
const plain = new http.Agent(OPTIONS);
const secure = new Map<string, https.Agent>();

/**
 * Keeps connections open from one query to the next. Sources are opened anew for each query: an agent of their own would
 * leave its connections behind. Different TLS settings never share one.
 */
export function sharedAgent(protocol: string, tls: TlsSettings = {}): http.Agent {
  if (protocol !== 'https:') {
    return plain;
  }
  // A digest, so that no private key is held a second time.
  const key = createHash('sha256').update(JSON.stringify(tls)).digest('base64');
  const agent = secure.get(key) ?? new https.Agent({ ...OPTIONS, ...tls });
  secure.delete(key);
  secure.set(key, agent);
  const [oldest] = secure.keys();
  if (secure.size > MOST) {
    secure.get(oldest)?.destroy();
    secure.delete(oldest);
  }
  return agent;
}
