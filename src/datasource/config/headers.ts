import type { StoreConnectionSettings } from '../ModelwatchSettings';
import { API_KEY_HEADER } from './authMethod';
import { secretsOf, type Settings } from './settings';

export interface Header {
  readonly name: string;
  readonly isSecret: boolean;
}

const PREFIX = 'header.';

/** A connection's own headers: those that anybody may read, and those whose values are secrets. */
export function headersOf(settings: Settings, name: string, { headers = {} }: StoreConnectionSettings): Header[] {
  const secrets = secretsOf(settings, name).filter((what) => what.startsWith(PREFIX) && what !== API_KEY_HEADER);
  return [
    ...Object.keys(headers).map((header) => ({ name: header, isSecret: false })),
    ...secrets.map((what) => ({ name: what.slice(PREFIX.length), isSecret: true })),
  ];
}

/** Where the value of a secret header is stored. */
export function headerSecret(header: string): string {
  return `${PREFIX}${header}`;
}

/** Names of headers, as HTTP and the back end take them. */
export function isHeaderName(name: string): boolean {
  return /^[A-Za-z0-9-]+$/.test(name);
}
