import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { connectionsSchema, type Connections } from '../evaluate/connections';
import { CommandLineError } from './CommandLineError';
import { readText } from './readText';

const fileSchema = z.strictObject({ connections: connectionsSchema });

/**
 * The connections of a YAML file, whose folders are relative to it. Without one, `files` is the folder of the query.
 * Throws a CommandLineError.
 */
export async function readConnections(path: string | undefined, queryPath: string): Promise<Connections> {
  if (path === undefined) {
    return { files: { type: 'file', folder: dirname(resolve(queryPath)) } };
  }
  const parsed = fileSchema.safeParse(parseYaml(await readText(path), path));
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `"${issue.path.join('.')}": ${issue.message}`);
    throw new CommandLineError(`${path}: ${problems.join('; ')}`);
  }
  return Object.fromEntries(
    Object.entries(parsed.data.connections).map(([name, connection]) => [
      name,
      connection.type === 'file' ? { ...connection, folder: resolve(dirname(path), connection.folder) } : connection,
    ])
  );
}

function parseYaml(text: string, path: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    const [line] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new CommandLineError(`${path} is not valid YAML: ${line}`);
  }
}
