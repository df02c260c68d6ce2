import type { RequestOptions } from '../../../Source';
import { SourceError } from '../../../SourceError';
import type { ElasticsearchClient, Search } from '../../client/ElasticsearchClient';
import type { SearchAnswer } from '../../client/SearchAnswer';

/** Answers of one request may be large: each has thousands of keys. */
const SEARCHES_A_REQUEST = 4;

/** All answers, read whole, one request after another. Throws a SourceError where any search fails. */
export async function searchAll(
  client: ElasticsearchClient,
  asked: { readonly index: string; readonly query?: string },
  searches: readonly Search[],
  options: RequestOptions
): Promise<SearchAnswer[]> {
  const found: SearchAnswer[] = [];
  for (let i = 0; i < searches.length; i += SEARCHES_A_REQUEST) {
    const some = searches.slice(i, i + SEARCHES_A_REQUEST);
    for (const answer of await client.search({ ...asked, whole: true }, some, options)) {
      if (answer instanceof SourceError) {
        throw answer;
      }
      found.push(answer);
    }
  }
  return found;
}
