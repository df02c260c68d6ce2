import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { connectionsSchema, type Connections } from '../evaluate/connections';
import { issueWords } from '../query/issueWords';
import { CommandLineError } from './CommandLineError';
import { describeIssues } from './describeIssues';
import { parseYaml } from './parseYaml';
import { readText } from './readText';

const fileSchema = z.strictObject({
  connections: connectionsSchema,
  /** The folder of stored baselines. */
  profiles: z.string().min(1).optional(),
});

export interface ConnectionsFile {
  readonly connections: Connections;
  readonly profiles: string | undefined;
}

/**
 * The connections of a YAML file and its folder of profiles, relative to it. Without one, `files` and the profiles are in the folder of the query.
 * Throws a CommandLineError.
 */
export async function readConnections(path: string | undefined, queryPath: string): Promise<ConnectionsFile> {
  if (path === undefined) {
    const folder = dirname(resolve(queryPath));
    return { connections: { files: { type: 'file', folder } }, profiles: folder };
  }
  const file = parseYaml(await readText(path), path);
  const parsed = fileSchema.safeParse(file.content, { error: issueWords });
  if (!parsed.success) {
    throw new CommandLineError(`${path}: ${describeIssues(parsed.error, file)}`);
  }
  const { profiles } = parsed.data;
  const connections = Object.fromEntries(
    Object.entries(parsed.data.connections).map(([name, connection]) => [
      name,
      connection.type === 'file' ? { ...connection, folder: resolve(dirname(path), connection.folder) } : connection,
    ])
  );
  return { connections, profiles: profiles === undefined ? undefined : resolve(dirname(path), profiles) };
}
