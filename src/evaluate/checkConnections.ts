import type { RequestOptions } from '../sources/Source';
import { openSource, type Connections } from './connections';

export interface ConnectionCheck {
  readonly name: string;
  readonly ok: boolean;
  /** What is wrong and what to do; or what was found. */
  readonly message: string;
}

/** Tries every connection. */
export async function checkConnections(connections: Connections, options: RequestOptions): Promise<ConnectionCheck[]> {
  return Promise.all(
    Object.entries(connections).map(async ([name, connection]) => {
      const { ok, message } = await openSource(connection).check(options);
      return { name, ok, message };
    })
  );
}
