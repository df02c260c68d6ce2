import { BadQuery } from '../query/BadQuery';
import { listDataFiles } from '../sources/file/listDataFiles';
import type { Connections } from './connections';

/** Files of a connection that can be read, for the query editor. Throws a BadQuery where it is not one to files. */
export async function listFiles(connections: Connections, name: string): Promise<readonly string[]> {
  const connection = Object.hasOwn(connections, name) ? connections[name] : undefined;
  if (connection?.type !== 'file') {
    throw new BadQuery(`File connection "${name}" not found.`);
  }
  return listDataFiles(connection.folder);
}
