import { SourceError } from '../SourceError';
import type { ConnectionContext } from './ConnectionContext';
import type { Endpoint } from './endpoint';
import { readSecret } from './readSecret';

/** The header that says who asks: a bearer token, or a user and a password; none where there is neither. */
export function authorization(base: URL, endpoint: Endpoint, context: ConnectionContext): Record<string, string> {
  const token = readSecret('token', endpoint.tokenEnv, context);
  if (token !== undefined) {
    return { Authorization: `Bearer ${token}` };
  }
  const username = endpoint.username ?? decodeURIComponent(base.username);
  const password = readSecret('password', endpoint.passwordEnv, context) ?? decodeURIComponent(base.password);
  if (username === '') {
    return {};
  }
  if (password === '') {
    throw new SourceError(
      `The connection "${context.name}" has a username but no password: store it as the secret "${context.name}.password", or in the shell name its variable as "passwordEnv".`,
      { status: 400, side: 'plugin' }
    );
  }
  return { Authorization: `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}` };
}
