import { z } from 'zod';
import { listFiles as listFilesOf } from '../../evaluate/listFiles';
import { readParameters } from './readParameters';
import type { ResourceRequest } from './Resource';

const parametersSchema = z.object({ connection: z.string().min(1).optional() });

/** The data files of a connection to files: of the named one, of the default one, or of the only one. */
export async function listFiles({ settings, parameters }: ResourceRequest) {
  const { connection } = readParameters(parametersSchema, parameters);
  const { connections, defaultConnection } = settings;
  const [only] = Object.keys(connections);
  return { files: await listFilesOf(connections, connection ?? defaultConnection ?? only) };
}
