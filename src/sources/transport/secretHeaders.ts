import type { ConnectionContext } from './ConnectionContext';

/** Headers whose values are secrets: those stored as `<connection>.header.<Name>`. An empty one was taken back. */
export function secretHeaders({ name, secrets = {} }: ConnectionContext): Record<string, string> {
  const prefix = `${name}.header.`;
  const ours = Object.entries(secrets).filter(([key, value]) => key.startsWith(prefix) && value !== '');
  return Object.fromEntries(ours.map(([key, value]) => [key.slice(prefix.length), value]));
}
