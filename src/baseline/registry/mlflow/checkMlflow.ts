import type { RequestOptions, SourceHealth } from '../../../sources/Source';
import type { MlflowClient } from './MlflowClient';

/** Asks for one model: that needs a working address, credentials, and the right to read. Throws a SourceError. */
export async function checkMlflow(client: MlflowClient, options: RequestOptions): Promise<SourceHealth> {
  const { registered_models: models } = await client.get(
    'registered-models/search',
    { max_results: '1' },
    'It has no registry of models.',
    options
  );
  const isEmpty = !Array.isArray(models) || models.length === 0;
  return { ok: true, message: `${client.place} answers${isEmpty ? '. It has no registered model yet' : ''}.` };
}
