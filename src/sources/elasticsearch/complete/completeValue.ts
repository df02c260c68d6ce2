import type { RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import { SUGGESTIONS, type Suggestion } from '../../Suggestion';
import type { ElasticsearchClient } from '../client/ElasticsearchClient';
import { bucketsOf, keyOf } from '../client/SearchAnswer';
import { fieldsOf } from '../fields/fieldsOf';
import { selectionQuery } from '../search/selectionQuery';
import { countedWithin, nestedAggs } from '../search/nestedAggs';

/** The most frequent values of a field that contain a text, with how many documents hold each. */
export async function completeValue(
  client: ElasticsearchClient,
  asked: { readonly index: string; readonly field: string; readonly query?: string; readonly text: string },
  options: RequestOptions
): Promise<Suggestion[]> {
  const { index, query, text } = asked;
  const field = (await fieldsOf(client, index, options)).get(asked.field);
  if (field.kind === 'text' || field.kind === 'other') {
    return [];
  }
  const include = field.kind === 'keyword' && text !== '' ? { include: containing(text) } : {};
  const terms = { terms: { field: field.counted, size: SUGGESTIONS, ...include } };
  const search = { query: selectionQuery({ query }, null), aggs: nestedAggs(field, 'nested', { values: terms }) };
  const [answer] = await client.search({ index, query }, [search], options);
  if (answer instanceof SourceError) {
    throw answer;
  }
  return bucketsOf(countedWithin(field, 'nested', answer.aggregations), 'values')
    .map((bucket) => ({ value: keyOf(bucket), description: `${bucket.doc_count} documents` }))
    .filter(({ value }) => value.toLowerCase().includes(text.toLowerCase()));
}

/** A regular expression of the store's kind, which knows no flag for small and capital letters. */
function containing(text: string): string {
  const letters = [...text].map((letter) => {
    const [small, capital] = [letter.toLowerCase(), letter.toUpperCase()];
    return small === capital ? letter.replace(/[.?+*|{}[\]()"\\#@&<>~^$-]/, '\\$&') : `[${small}${capital}]`;
  });
  return `.*${letters.join('')}.*`;
}
