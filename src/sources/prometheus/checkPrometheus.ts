import type { RequestOptions, SourceHealth } from '../Source';
import { SourceError } from '../SourceError';
import type { PrometheusClient } from './client/PrometheusClient';

/** Asks the least that needs a working address, credentials and query engine. */
export async function checkPrometheus(client: PrometheusClient, options: RequestOptions): Promise<SourceHealth> {
  try {
    const now = Date.now();
    await client.queryRange({ expr: 'vector(1)', start: now, end: now, step: 1000 }, options);
    return { ok: true, message: `${client.place} answers.` };
  } catch (error) {
    if (error instanceof SourceError) {
      return { ok: false, message: error.message };
    }
    throw error;
  }
}
