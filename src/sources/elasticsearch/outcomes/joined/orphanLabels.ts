import { plainText } from '../../../../distribution/cell/plainText';
import type { RequestOptions } from '../../../Source';
import type { ElasticsearchClient } from '../../client/ElasticsearchClient';
import { bucketsOf, below, numberOf } from '../../client/SearchAnswer';
import { nameOf } from '../../fields/nameOf';
import type { StoreField } from '../../fields/StoreField';
import { keyQueries, type LabelIndex } from './fetchLabels';
import { searchAll } from './searchAll';

/** Keys of labels that are looked for among predictions, about. */
const LOOKED_AT = 5000;
const SPARE = 1.5;

export interface Orphans {
  /** Labels whose key no prediction has. */
  readonly rows: number;
  /** Their keys, of so many that were looked for. */
  readonly keys: number;
  readonly lookedFor: number;
  /** All keys were. */
  readonly isAll: boolean;
}

/** Labels without a prediction, whatever its time: of all keys, or of one partition of them. */
export async function orphanLabels(
  client: ElasticsearchClient,
  { index, key, known }: Pick<LabelIndex, 'index' | 'key' | 'known'>,
  predictions: { readonly index: string; readonly key: StoreField; readonly counted: unknown },
  options: RequestOptions
): Promise<Orphans> {
  const different = { keys: { cardinality: { field: key.counted, precision_threshold: 40_000 } } };
  const [size] = await searchAll(client, { index }, [{ query: known, aggs: different }], options);
  const all = numberOf(below(size.aggregations, 'keys'), 'value') ?? 0;
  const partitions = Math.max(1, Math.ceil(all / LOOKED_AT));
  const asked = Math.max(100, Math.ceil((all / partitions) * SPARE));
  const include = { partition: 0, num_partitions: partitions };
  const listed = { keys: { terms: { field: key.counted, size: asked, include } } };
  const [list] = await searchAll(client, { index }, [{ query: known, aggs: listed }], options);
  const labels = bucketsOf(list.aggregations, 'keys').map((bucket) => ({
    name: nameOf(bucket, key),
    rows: bucket.doc_count,
  }));
  const names = labels.map(({ name }) => name);
  const searches = keyQueries(predictions.key, names).map(({ query, size: most }) => ({
    query: { bool: { filter: [query, predictions.counted] } },
    aggs: { keys: { terms: { field: predictions.key.counted, size: most } } },
  }));
  const answers = await searchAll(client, { index: predictions.index }, searches, options);
  const found = new Set(
    answers.flatMap(({ aggregations }) =>
      bucketsOf(aggregations, 'keys').map((bucket) => plainText(nameOf(bucket, predictions.key)))
    )
  );
  const absent = labels.filter(({ name }) => !found.has(plainText(name)));
  return {
    rows: absent.reduce((sum, { rows }) => sum + rows, 0),
    keys: absent.length,
    lookedFor: names.length,
    isAll: partitions === 1 && names.length < asked,
  };
}
