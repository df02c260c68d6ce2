import { z } from 'zod';
import { completeName } from '../../evaluate/completeName';
import { readParameters } from './readParameters';
import type { ResourceRequest } from './Resource';

const connectionSchema = z.object({ connection: z.string().optional() });

/** Names and values that the store of a connection has: metrics and labels, or indices and fields. */
export async function completeNames({ settings, parameters }: ResourceRequest, signal: AbortSignal) {
  const { connection } = readParameters(connectionSchema, parameters);
  const suggestions = await completeName(
    connection ?? settings.defaultConnection,
    (schema) => readParameters(schema, parameters),
    settings,
    { signal }
  );
  return { suggestions };
}
