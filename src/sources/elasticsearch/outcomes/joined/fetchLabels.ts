import { plainText } from '../../../../distribution/cell/plainText';
import type { RequestOptions } from '../../../Source';
import type { ElasticsearchClient } from '../../client/ElasticsearchClient';
import { bucketsOf } from '../../client/SearchAnswer';
import { nameOf } from '../../fields/nameOf';
import type { StoreField } from '../../fields/StoreField';
import type { Aggs } from '../OutcomePart';
import { type Hit, hitIn, latestHit } from './latestHit';
import { searchAll } from './searchAll';

/** Keys that one search asks for. */
const KEYS_AT_ONCE = 2000;

/** Where labels are. */
export interface LabelIndex {
  readonly index: string;
  readonly key: StoreField;
  readonly label: StoreField;
  readonly labelTime?: StoreField;
  /** Documents with a label that is known. */
  readonly known: unknown;
}

export interface Labels {
  /** The latest label by key, in plain text. */
  readonly byKey: ReadonlyMap<string, Hit>;
  /** Keys that were given another label before. */
  readonly revised: number;
}

/** The latest known label of each of some keys. */
export async function fetchLabels(
  client: ElasticsearchClient,
  { index, key, label, labelTime, known }: LabelIndex,
  keys: readonly string[],
  options: RequestOptions
): Promise<Labels> {
  const wanted = [label, ...(labelTime === undefined ? [] : [labelTime])];
  const aggs: Aggs = {
    latest: latestHit(wanted, labelTime?.counted),
    different: { terms: { field: label.counted, size: 2 } },
  };
  const searches = keyQueries(key, keys).map(({ query, size }) => ({
    query: { bool: { filter: [known, query] } },
    aggs: { keys: { terms: { field: key.counted, size }, aggs } },
  }));
  const answers = await searchAll(client, { index }, searches, options);
  const byKey = new Map<string, Hit>();
  let revised = 0;
  for (const bucket of answers.flatMap(({ aggregations }) => bucketsOf(aggregations, 'keys'))) {
    byKey.set(plainText(nameOf(bucket, key)), hitIn(bucket, 'latest'));
    revised += Number(new Set(bucketsOf(bucket, 'different').map((one) => plainText(nameOf(one, label)))).size > 1);
  }
  return { byKey, revised };
}

/** Queries for documents with any of some keys, and how many different ones that may be. */
export function keyQueries(
  { counted, kind }: StoreField,
  keys: readonly string[]
): Array<{ readonly query: unknown; readonly size: number }> {
  // A field of whole numbers refuses to be asked for anything else.
  const fitting = kind === 'integer' ? keys.map(plainText).filter((key) => /^-?\d{1,18}$/.test(key)) : keys;
  return Array.from({ length: Math.ceil(fitting.length / KEYS_AT_ONCE) }, (_, i) => {
    const some = fitting.slice(i * KEYS_AT_ONCE, (i + 1) * KEYS_AT_ONCE);
    // Documents with several keys bring others along.
    return { query: { terms: { [counted]: some } }, size: 2 * some.length };
  });
}
