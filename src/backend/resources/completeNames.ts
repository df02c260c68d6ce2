import { z } from 'zod';
import { completeName, completionSchema } from '../../evaluate/completeName';
import { readParameters } from './readParameters';
import type { ResourceRequest } from './Resource';

const connectionSchema = z.object({ connection: z.string().optional() });

/** Metrics, labels and values that the store of a connection has: `what`, `text`, and which series are meant. */
export async function completeNames({ settings, parameters }: ResourceRequest, signal: AbortSignal) {
  const { connection } = readParameters(connectionSchema, parameters);
  const asked = readParameters(completionSchema, parameters);
  return { suggestions: await completeName(connection ?? settings.defaultConnection, asked, settings, { signal }) };
}
