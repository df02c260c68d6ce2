import type { RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import { SUGGESTIONS, type Suggestion } from '../../Suggestion';
import type { ElasticsearchClient } from '../client/ElasticsearchClient';

interface Named {
  readonly name: string;
  readonly attributes?: readonly string[];
}

/**
 * Data streams, aliases and indices whose name contains a text, and the patterns under which several of them fall. The
 * store's own, which begin with a dot, are left out unless the text does too.
 */
export async function completeIndex(
  client: ElasticsearchClient,
  { text }: { readonly text: string },
  options: RequestOptions
): Promise<Suggestion[]> {
  const wanted = text.replaceAll('*', '').toLowerCase();
  const found = (await allNames(client, options)).filter(
    ({ value }) => value.toLowerCase().includes(wanted) && value.startsWith('.') === text.startsWith('.')
  );
  return [...patternsOf(found), ...found]
    .sort((a, b) => a.value.length - b.value.length || (a.value < b.value ? -1 : 1))
    .slice(0, SUGGESTIONS);
}

async function allNames(client: ElasticsearchClient, options: RequestOptions): Promise<Suggestion[]> {
  try {
    const answer = await client.get('/_resolve/index/*?expand_wildcards=all', '*', options);
    const named = (key: string) => (Array.isArray(answer[key]) ? (answer[key] as Named[]) : []);
    return [
      ...named('data_streams').map(({ name }) => ({ value: name, description: 'data stream' })),
      ...named('aliases').map(({ name }) => ({ value: name, description: 'alias' })),
      ...named('indices').map(({ name, attributes = [] }) => ({
        value: name,
        description: attributes.includes('closed') ? 'closed' : '',
      })),
    ];
  } catch (error) {
    // Who may only read documents may not list indices, but may ask which ones have fields.
    if (!(error instanceof SourceError) || (error.options.status !== 403 && error.options.status !== 404)) {
      throw error;
    }
    const { indices } = await client.get('/*/_field_caps?fields=_id', '*', options);
    return (Array.isArray(indices) ? indices : []).map((name) => ({ value: String(name), description: '' }));
  }
}

/** Names that differ in what a date or a number would be: `logs-2024.01.01` and `logs-2024.01.02` are `logs-*`. */
function patternsOf(names: readonly Suggestion[]): Suggestion[] {
  const sizes = new Map<string, number>();
  for (const { value } of names) {
    const stem = /^(.*?[-_.])\d[\d._-]*$/.exec(value)?.[1];
    if (stem !== undefined) {
      sizes.set(stem, (sizes.get(stem) ?? 0) + 1);
    }
  }
  return [...sizes]
    .filter(([, size]) => size > 1)
    .map(([stem, size]) => ({ value: `${stem}*`, description: `${size} indices` }));
}
