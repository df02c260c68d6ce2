import type { RequestOptions } from '../../Source';
import { SUGGESTIONS, type Suggestion } from '../../Suggestion';
import type { ElasticsearchClient } from '../client/ElasticsearchClient';
import { fieldsOf } from '../fields/fieldsOf';

/** Fields of an index or a pattern whose name contains a text, with their mapping. */
export async function completeField(
  client: ElasticsearchClient,
  { index, kind, text }: { readonly index: string; readonly kind: 'any' | 'time'; readonly text: string },
  options: RequestOptions
): Promise<Suggestion[]> {
  const fields = await fieldsOf(client, index, options);
  return fields
    .names()
    .filter((name) => name.toLowerCase().includes(text.toLowerCase()))
    .map((name) => ({ value: name, ...fields.mappingOf(name) }))
    .filter((field) => kind === 'any' || field.isTime)
    .slice(0, SUGGESTIONS)
    .map(({ value, description }) => ({ value, description }));
}
