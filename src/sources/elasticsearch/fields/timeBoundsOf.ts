import type { Selection } from '../../../query/selection';
import type { TimeRange } from '../../../query/time';
import type { RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import { below, numberOf } from '../client/SearchAnswer';
import type { ElasticsearchClient } from '../client/ElasticsearchClient';
import { indexOf, selectionQuery } from '../search/selectionQuery';

/** Time of the first and the last document; null where there is none, or no field that tells. */
export async function timeBoundsOf(
  client: ElasticsearchClient,
  selection: Selection,
  options: RequestOptions
): Promise<TimeRange | null> {
  const { timeField: field, query } = selection;
  if (field === undefined) {
    return null;
  }
  const search = {
    query: selectionQuery(selection, null),
    aggs: { first: { min: { field } }, last: { max: { field } } },
  };
  const [answer] = await client.search({ index: indexOf(selection), query }, [search], options);
  if (answer instanceof SourceError) {
    throw answer;
  }
  const from = numberOf(below(answer.aggregations, 'first'), 'value');
  const to = numberOf(below(answer.aggregations, 'last'), 'value');
  return from === undefined || to === undefined ? null : { from, to };
}
