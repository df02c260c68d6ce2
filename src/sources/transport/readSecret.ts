import { SourceError } from '../SourceError';
import type { ConnectionContext } from './ConnectionContext';

/**
 * A secret of a connection: stored as `<connection>.<what>`, or in the environment variable that the settings name.
 * Undefined where neither is there. Throws a SourceError where a variable is named that can't be read.
 */
export function readSecret(
  what: 'password' | 'token' | 'tlsKey',
  variable: string | undefined,
  { name, secrets, environment }: ConnectionContext
): string | undefined {
  const stored = secrets?.[`${name}.${what}`];
  if (stored !== undefined && stored !== '') {
    return stored;
  }
  if (variable === undefined) {
    return undefined;
  }
  if (environment === undefined) {
    throw new SourceError(
      `The connection "${name}" names the environment variable ${variable}, which works in the shell only: in Grafana store the ${what} as the secret "${name}.${what}".`,
      { status: 400, side: 'plugin' }
    );
  }
  const value = environment[variable];
  if (value === undefined || value === '') {
    throw new SourceError(
      `The connection "${name}" takes its ${what} from the environment variable ${variable}, which is not set.`,
      { status: 400, side: 'plugin' }
    );
  }
  return value;
}
