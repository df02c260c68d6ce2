import { readVersion } from '../../baseline/registry/mlflow/readModel';
import type { VersionsQuery } from '../../query/versionsQuery';
import { SourceError } from '../../sources/SourceError';
import type { RegisteredVersion } from '../../verdict/versions/registeredVersion';
import { registryOf } from '../connections';
import type { EvaluateContext } from '../EvaluateContext';

/**
 * The version that a registry's alias names; undefined where the query names none. Where the registry can't be asked, what
 * calls carry is told all the same. Throws a BadQuery.
 */
export async function readRegistered(
  { registry }: Pick<VersionsQuery, 'registry'>,
  { connections, access, signal }: Pick<EvaluateContext, 'connections' | 'access' | 'signal'>
): Promise<RegisteredVersion | undefined> {
  if (registry === undefined) {
    return undefined;
  }
  const { model, alias, connection } = registry;
  try {
    const { client } = registryOf(connections, connection, access);
    const { version, tags } = await readVersion(client, { model, alias }, { signal });
    return { model, alias, version, names: tags.version === undefined ? [] : [tags.version] };
  } catch (error) {
    if (!(error instanceof SourceError)) {
      throw error;
    }
    return { problem: `Which version should be active is not known: ${error.message}` };
  }
}
