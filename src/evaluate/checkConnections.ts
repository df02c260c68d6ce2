import { checkMlflow } from '../baseline/registry/mlflow/checkMlflow';
import { MlflowClient } from '../baseline/registry/mlflow/MlflowClient';
import type { RequestOptions, SourceHealth } from '../sources/Source';
import { SourceError } from '../sources/SourceError';
import { withoutPaths } from '../sources/withoutPaths';
import { openSource, type Connection, type ConnectionAccess, type Connections } from './connections';

export interface ConnectionCheck {
  readonly name: string;
  readonly ok: boolean;
  /** What is wrong and what to do; or what was found. */
  readonly message: string;
}

/** Tries every connection. */
export async function checkConnections(
  connections: Connections,
  options: RequestOptions & { readonly access?: ConnectionAccess }
): Promise<ConnectionCheck[]> {
  return Promise.all(
    Object.entries(connections).map(async ([name, connection]) => {
      const { ok, message } = await check(name, connection, options);
      return { name, ok, message };
    })
  );
}

async function check(
  name: string,
  connection: Connection,
  { access = {}, ...options }: RequestOptions & { readonly access?: ConnectionAccess }
): Promise<SourceHealth> {
  try {
    return connection.type === 'mlflow'
      ? await checkMlflow(new MlflowClient(connection, { ...access, name }), options)
      : await openSource(name, connection, access).check(options);
  } catch (error) {
    if (error instanceof SourceError) {
      return { ok: false, message: error.message };
    }
    options.signal?.throwIfAborted();
    // Whatever it is, the others are no worse for it.
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, message: `The check failed unexpectedly: ${withoutPaths(message)}.` };
  }
}
