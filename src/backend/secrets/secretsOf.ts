import { type Json, objectOf, settingsObject } from './settingsObject';
import type { DataSourceSettings } from '../tasks/Task';

/** Headers whose values let whoever has them act as somebody else. */
const CREDENTIALS = /cookie|authorization|auth|token|key|secret|passw|session|signature/i;
/** Of other headers: shorter values are words such as `true` or a number of an organization. */
const SHORTEST_VALUE = 6;

/** Everything that must not be told of a data source's connections and of the request that is answered for it. */
export function secretsOf({ secrets, grafana, jsonData }: DataSourceSettings): string[] {
  const connections = Object.entries(objectOf(settingsObject(jsonData).connections));
  const headers = Object.entries(grafana?.headers ?? {}).filter(([name]) => isOfUser(name));
  return [
    ...Object.values(secrets).flatMap(partsOf),
    ...(grafana?.token === undefined ? [] : [grafana.token]),
    ...headers.flatMap(([, value]) => partsOf(value)),
    ...connections.flatMap(([name, connection]) => secretsOfConnection(name, objectOf(connection), secrets)),
  ];
}

function secretsOfConnection(name: string, connection: Json, secrets: Readonly<Record<string, string>>): string[] {
  const { url, username } = connection;
  const password = secrets[`${name}.password`];
  const headers = Object.entries(objectOf(connection.headers)).filter(
    (header): header is [string, string] =>
      typeof header[1] === 'string' && (CREDENTIALS.test(header[0]) || header[1].length >= SHORTEST_VALUE)
  );
  return [
    ...headers.flatMap(([, value]) => partsOf(value)),
    ...(typeof url === 'string' ? secretsOfUrl(url, password) : []),
    ...(typeof username === 'string' && password ? [`${username}:${password}`] : []),
  ];
}

/** The part before the host, and what its query string says. */
function secretsOfUrl(address: string, password: string | undefined): string[] {
  const before = /^[a-z]+:\/\/([^/?#]*)@/i.exec(address)?.[1];
  const asked = /\?([^#]*)/.exec(address)?.[1];
  const values = [...new URLSearchParams(asked)].map(([, value]) => value).filter(({ length }) => length > 3);
  if (before === undefined || before === '') {
    return values;
  }
  const [user, ...rest] = before.split(':').map(decoded);
  const own = rest.join(':');
  if (own !== '') {
    return [before, own, `${user}:${own}`, ...values];
  }
  // A user without any password is a token.
  return [...(password ? [`${user}:${password}`] : [before, user]), ...values];
}

/** A value, and what is secret in it by itself: `Basic dXNlcjpwdw==` holds `user:pw` and `pw`, a cookie its parts. */
function partsOf(value: string): string[] {
  const [scheme, rest] = /^(\w+)\s+(\S.*)$/.exec(value.trim())?.slice(1) ?? [];
  if (rest === undefined) {
    return value.includes('=') ? [value, ...valuesOf(value)] : [value];
  }
  const plain = /^(basic|apikey)$/i.test(scheme) ? Buffer.from(rest, 'base64').toString('utf8') : '';
  const [, ...second] = plain.split(':');
  return [value, rest, ...valuesOf(rest), ...(second.length === 0 ? [] : [plain, second.join(':')])];
}

/** `session=abc; user=me`: only long values, since short ones are words. */
function valuesOf(text: string): string[] {
  return text
    .split(/[;,]/)
    .flatMap((part) => /^[^=]+=\s*"?([^"]+)"?$/.exec(part.trim())?.slice(1) ?? [])
    .filter(({ length }) => length > 7);
}

/** Also of a request that came by another way than the browser's. */
function isOfUser(header: string): boolean {
  return CREDENTIALS.test(header) && !/^(http_)?x-rule/i.test(header);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
