import type { RequestOptions, Stretch, ValuesRequest, ValuesWithin } from '../../Source';
import { SourceError } from '../../SourceError';
import type { ElasticsearchClient } from '../client/ElasticsearchClient';
import { below, bucketsOf } from '../client/SearchAnswer';
import { askedEdge } from '../edges/askedEdge';
import { fieldsOf } from '../fields/fieldsOf';
import { asWritten } from '../fields/precision';
import { isNumber, type StoreField } from '../fields/StoreField';
import { countedWithin, nestedAggs } from './nestedAggs';
import { hullOf, indexOf, selectionQuery } from './selectionQuery';

/** Values of a feature that are listed, the most frequent first: those hide most. */
const LISTED = 256;

/** The most frequent values in the stretches of each feature, over all windows: those that occur at least twice. */
export async function valuesWithin(
  { selection, features, windows, stretches }: ValuesRequest,
  client: ElasticsearchClient,
  options: RequestOptions
): Promise<ValuesWithin> {
  const index = indexOf(selection);
  const fields = await fieldsOf(client, index, options);
  const columns = features
    .map((feature) => ({ feature, field: fields.get(feature.field ?? feature.name) }))
    .filter(({ field }) => isNumber(field));
  const aggs = columns.map(({ feature, field }, at) => listAgg(field, at, stretches.get(feature.name) ?? []));
  const search = { query: selectionQuery(selection, hullOf(windows)), aggs: Object.assign({}, ...aggs) };
  const [answer] = await client.search({ index, query: selection.query }, [search], options);
  if (answer instanceof SourceError) {
    throw answer;
  }
  return new Map(
    columns.map(({ feature, field }, at) => {
      const within = below(countedWithin(field, `nested${at}`, answer.aggregations), `within${at}`);
      return [feature.name, bucketsOf(within, 'values').map(({ key }) => asWritten(Number(key), field.precision))];
    })
  );
}

function listAgg(field: StoreField, at: number, stretches: readonly Stretch[]): Record<string, unknown> {
  const values = { terms: { field: field.counted, size: LISTED, min_doc_count: 2 } };
  const ranges = stretches.map((stretch) => ({ range: { [field.counted]: boundsOf(stretch, field) } }));
  return nestedAggs(field, `nested${at}`, {
    [`within${at}`]: { filter: { bool: { should: ranges, minimum_should_match: 1 } }, aggs: { values } },
  });
}

/** Without a bound where the stretch has none. */
function boundsOf({ from, to }: Stretch, field: StoreField): Record<string, number> {
  return {
    ...(from > -Infinity && { gte: askedEdge(from, field) }),
    ...(to < Infinity && { lt: askedEdge(to, field) }),
  };
}
