import type { StoreConnectionSettings } from '../ModelwatchSettings';
import { changeConnection, resetSecret, secretsOf, type Settings } from './settings';

/** How a store is told who asks. */
export type AuthMethod = 'none' | 'basic' | 'bearer' | 'apiKey';

/** Elasticsearch takes its API keys in this header; the value is a secret like any other header's. */
export const API_KEY_HEADER = 'header.Authorization';
export const API_KEY_PREFIX = 'ApiKey ';

/** The method that the settings speak of: by what is written and which secrets there are. */
export function authMethodOf(settings: Settings, name: string, { username }: StoreConnectionSettings): AuthMethod {
  const secrets = secretsOf(settings, name);
  if (secrets.includes('token')) {
    return 'bearer';
  }
  if (secrets.includes(API_KEY_HEADER)) {
    return 'apiKey';
  }
  return username !== undefined || secrets.includes('password') ? 'basic' : 'none';
}

/** Nothing of another method is kept: two of them would contradict each other. */
export function withoutAuth(settings: Settings, name: string, connection: StoreConnectionSettings): Settings {
  const { username: _, ...rest } = connection;
  const stale = secretsOf(settings, name).filter((what) => ['password', 'token', API_KEY_HEADER].includes(what));
  return changeConnection(
    stale.reduce((changed, what) => resetSecret(changed, name, what), settings),
    name,
    rest
  );
}
