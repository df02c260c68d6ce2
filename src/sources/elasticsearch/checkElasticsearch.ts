import type { RequestOptions, SourceHealth } from '../Source';
import { SourceError } from '../SourceError';
import type { ElasticsearchClient } from './client/ElasticsearchClient';
import { describeStore } from './client/Store';

/** Asks the least that needs a working address and credentials: whoever may search may list the fields of what is there. */
export async function checkElasticsearch(client: ElasticsearchClient, options: RequestOptions): Promise<SourceHealth> {
  try {
    const { indices } = await client.get('/_field_caps?fields=_id', '*', options);
    if (!Array.isArray(indices)) {
      return { ok: false, message: `${client.place} answers, but not as an Elasticsearch does.` };
    }
    const store = describeStore(await client.store(options));
    const count = `${indices.length} ${indices.length === 1 ? 'index' : 'indices'}`;
    return { ok: true, message: `${client.place} answers: ${store}, ${count} can be read.` };
  } catch (error) {
    if (error instanceof SourceError) {
      return { ok: false, message: error.message };
    }
    throw error;
  }
}
