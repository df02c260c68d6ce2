import { type Sampling, USUAL_SEED } from '../../../query/sampling';
import type { RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import type { ElasticsearchClient } from '../client/ElasticsearchClient';
import { type Aggregation, below, numberOf, type SearchAnswer } from '../client/SearchAnswer';

type Aggs = Readonly<Record<string, unknown>>;

/** Aggregations over a random share of the documents; over all where none is asked for. */
export function sampledAggs(sampling: Sampling | undefined, aggs: Aggs): Aggs {
  return sampling === undefined ? aggs : { sampled: { random_sampler: { seed: USUAL_SEED, ...sampling }, aggs } };
}

/**
 * The answer for the documents that were really taken. The store extrapolates counts to all documents; divided back they
 * are the sample's own, so that what is computed from them knows how few were looked at.
 */
export function withinSample(sampling: Sampling | undefined, answer: SearchAnswer): SearchAnswer {
  if (sampling === undefined) {
    return answer;
  }
  const sample = below(answer.aggregations, 'sampled');
  // The sample's own number of documents is the one that is not extrapolated.
  return { total: numberOf(sample, 'doc_count') ?? 0, aggregations: divided(sample, sampling.probability) };
}

/** Throws a SourceError where the store can't take a sample by itself. */
export async function requireSampler(client: ElasticsearchClient, options: RequestOptions): Promise<void> {
  const { product } = await client.store(options);
  if (product === 'OpenSearch') {
    throw new SourceError(
      `${client.place} has no random_sampler, which Elasticsearch takes samples with: leave "sampling" out, and all documents are counted.`,
      { status: 422, side: 'downstream' }
    );
  }
}

/** For people: what a sample means for the result. */
export function sampleNotice({ probability, seed = USUAL_SEED }: Sampling): string {
  const percent = Number((probability * 100).toPrecision(3));
  return `A random ${percent}% of the documents was counted (seed ${seed}): numbers of rows, p-values and smallest detectable shifts are those of the sample.`;
}

/** What the store extrapolates by: numbers of documents and of values. */
const COUNTS: ReadonlySet<string> = new Set(['doc_count', 'count', 'sum_other_doc_count']);
/** Where a `value` is a number of values, see `countAggs`. */
const VALUE_COUNT = /^size\d+$/;

function divided(aggregation: Aggregation, probability: number): Aggregation {
  const entries = Object.entries(aggregation).map(([name, value]): [string, unknown] => {
    if (typeof value === 'number') {
      return [name, COUNTS.has(name) ? Math.round(value * probability) : value];
    }
    if (Array.isArray(value)) {
      return [name, value.map((one: unknown) => (isAggregation(one) ? divided(one, probability) : one))];
    }
    if (!isAggregation(value)) {
      return [name, value];
    }
    const count = VALUE_COUNT.test(name) ? numberOf(value, 'value') : undefined;
    return [name, count === undefined ? divided(value, probability) : { value: Math.round(count * probability) }];
  });
  return Object.fromEntries(entries);
}

function isAggregation(value: unknown): value is Aggregation {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
