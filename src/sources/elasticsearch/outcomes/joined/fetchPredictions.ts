import type { Selection } from '../../../../query/selection';
import type { TimeRange } from '../../../../query/time';
import type { RequestOptions } from '../../../Source';
import { SourceError } from '../../../SourceError';
import type { ElasticsearchClient } from '../../client/ElasticsearchClient';
import { below, bucketsOf, numberOf } from '../../client/SearchAnswer';
import { nameOf } from '../../fields/nameOf';
import type { StoreField } from '../../fields/StoreField';
import { indexOf, selectionQuery } from '../../search/selectionQuery';
import { hasValue } from '../../search/valueOf';
import type { OutcomeFields } from '../OutcomeFields';
import { type Hit, hitIn, latestHit } from './latestHit';
import { searchAll } from './searchAll';

/** Keys of a window that travel, at most … */
const MOST_KEYS = 20_000;
/** … and of all windows together, of which each has some all the same. */
const MOST_IN_ALL = 100_000;
const LEAST_KEYS = 1000;
/** … of which so many at once: each with a document. */
const KEYS_AT_ONCE = 2000;
/** A partition holds more or fewer keys than others, and keys are counted about. */
const SPARE = 1.5;

/** One prediction by its key: the latest document of it in its window. */
export interface Prediction {
  readonly window: number;
  readonly key: string;
  readonly hit: Hit;
}

export interface Predictions {
  readonly found: readonly Prediction[];
  /** Documents of the windows whose key others have too. */
  readonly repeated: number;
  /** Documents without a key. */
  readonly withoutKey: number;
  /** Of windows with more keys than travel: which share was taken of about how many. */
  readonly samples: ReadonlyArray<{ readonly keys: number; readonly taken: number; readonly partitions: number }>;
}

interface PredictionsRequest {
  readonly selection: Selection;
  readonly windows: ReadonlyArray<TimeRange | null>;
  readonly fields: OutcomeFields & { readonly key: StoreField };
  /** Documents that count. */
  readonly counted: unknown;
  readonly time?: StoreField;
}

/**
 * Predictions of each window by key. Where there are more than travel, those of one partition of keys: their hash decides,
 * which has nothing to do with what they are, so that they are as good as drawn at random.
 */
export async function fetchPredictions(
  client: ElasticsearchClient,
  request: PredictionsRequest,
  options: RequestOptions
): Promise<Predictions> {
  const { selection, windows, fields, counted } = request;
  const asked = { index: indexOf(selection), query: selection.query };
  const queries = windows.map((range) => ({ bool: { filter: [selectionQuery(selection, range), counted] } }));
  const keys = { keys: { cardinality: { field: fields.key.counted, precision_threshold: 40_000 } } };
  const keyed = { keyed: { filter: hasValue(fields.key), aggs: keys } };
  const sizes = await searchAll(
    client,
    asked,
    queries.map((query) => ({ query, aggs: keyed })),
    options
  );
  const found: Prediction[] = [];
  const samples: Array<Predictions['samples'][number]> = [];
  let [repeated, withoutKey] = [0, 0];
  const most = Math.max(LEAST_KEYS, Math.min(MOST_KEYS, Math.floor(MOST_IN_ALL / windows.length)));
  for (const [window, query] of queries.entries()) {
    const { aggregations, total } = sizes[window];
    const documents = numberOf(below(aggregations, 'keyed'), 'doc_count') ?? 0;
    const different = numberOf(below(below(aggregations, 'keyed'), 'keys'), 'value') ?? 0;
    const isWhole = documents <= most;
    const partitions = isWhole ? 1 : Math.ceil(different / most);
    withoutKey += Math.max(0, total - documents);
    const taken = documents === 0 ? [] : await ask(client, request, query, { different, partitions }, options);
    taken.forEach(({ key, hit }) => found.push({ window, key, hit }));
    repeated += taken.reduce((sum, { documents: rows }) => sum + (rows > 1 ? rows : 0), 0);
    if (partitions > 1) {
      samples.push({ keys: different, taken: taken.length, partitions });
    }
  }
  return { found, repeated, withoutKey, samples };
}

interface Taken {
  readonly key: string;
  readonly hit: Hit;
  readonly documents: number;
}

async function ask(
  client: ElasticsearchClient,
  { selection, fields, time }: PredictionsRequest,
  query: unknown,
  { different, partitions }: { readonly different: number; readonly partitions: number },
  options: RequestOptions
): Promise<Taken[]> {
  const { key, prediction, scores, segments } = fields;
  const wanted = [prediction, ...scores.map(({ field }) => field), ...segments, time];
  const hit = latestHit(
    wanted.filter((field) => field !== undefined),
    selection.timeField
  );
  const parts = Math.max(1, Math.ceil(different / partitions / KEYS_AT_ONCE));
  const size = Math.ceil(Math.max(100, (different / partitions / parts) * SPARE));
  const searches = Array.from({ length: parts }, (_, part) => ({
    query,
    aggs: {
      keys: {
        terms: { field: key.counted, size, include: { partition: part, num_partitions: partitions * parts } },
        aggs: { latest: hit },
      },
    },
  }));
  const asked = { index: indexOf(selection), query: selection.query };
  const answers = await searchAll(client, asked, searches, options);
  return answers.flatMap(({ aggregations }) => {
    const buckets = bucketsOf(aggregations, 'keys');
    if (buckets.length >= size) {
      throw new SourceError(
        `${client.place}: the keys in "${key.name}" of "${asked.index}" fall into parts of very different sizes, so that a part of them can't be told. Label the documents themselves.`,
        { status: 422, side: 'downstream' }
      );
    }
    return buckets.map((bucket) => ({
      key: nameOf(bucket, key),
      hit: hitIn(bucket, 'latest'),
      documents: bucket.doc_count,
    }));
  });
}
