import type { TimeRange } from '../../../query/time';
import type { RequestOptions } from '../../Source';
import { SourceError } from '../../SourceError';
import type { ElasticsearchClient } from '../client/ElasticsearchClient';
import { type Aggregation, below, bucketsOf, numberOf } from '../client/SearchAnswer';
import type { FieldsOfRows } from './Known';
import type { LookedAt } from './look';
import type { Aggs } from './OutcomePart';

export const MS_AN_HOUR = 3_600_000;
const DAY = 24 * MS_AN_HOUR;
/** Stretches of time for which the earliest label is asked for. */
const MOST_STRETCHES = 1000;
/** Stretches that one search asks for: each is two clauses, of which stores take 1,024. */
const STRETCHES_A_SEARCH = 250;

export interface EarlyQuestion {
  readonly timeField?: string;
  readonly range: TimeRange | null;
  readonly known?: unknown;
  readonly counted: unknown;
}

/** How closely labels and predictions are compared in time, in milliseconds. */
export function stepOf(range: TimeRange | null): number {
  const length = range === null ? Infinity : range.to - range.from;
  return length / MS_AN_HOUR <= MOST_STRETCHES
    ? MS_AN_HOUR
    : Math.max(1, Math.ceil(length / DAY / MOST_STRETCHES)) * DAY;
}

/** The earliest label of the predictions of each hour or day. */
export function earliestAggs(time: string, labelTime: string, range: TimeRange): Aggs {
  const histogram = { field: time, fixed_interval: `${stepOf(range) / MS_AN_HOUR}h`, min_doc_count: 1 };
  return { steps: { date_histogram: histogram, aggs: { earliest: { min: { field: labelTime } } } } };
}

/**
 * Labels of an earlier hour or day than their prediction, from the answer to `earliestAggs`: without a script the store
 * compares two fields of a document no closer. Asked for only where there are any.
 */
export async function earlyLabels(
  client: ElasticsearchClient,
  { index, query, documents }: LookedAt,
  { labelTime }: FieldsOfRows,
  { timeField, range, known, counted }: EarlyQuestion,
  answer: Aggregation,
  options: RequestOptions
): Promise<number> {
  const steps = bucketsOf(answer, 'steps').flatMap((bucket) => {
    const earliest = numberOf(below(bucket, 'earliest'), 'value');
    return earliest !== undefined && earliest < Number(bucket.key) ? [Number(bucket.key)] : [];
  });
  if (steps.length === 0 || timeField === undefined || labelTime === undefined) {
    return 0;
  }
  const step = stepOf(range);
  const searches = Array.from({ length: Math.ceil(steps.length / STRETCHES_A_SEARCH) }, (_, i) => {
    const should = steps.slice(i * STRETCHES_A_SEARCH, (i + 1) * STRETCHES_A_SEARCH).map((from) => {
      const within = { range: { [timeField]: { gte: from, lt: from + step, format: 'epoch_millis' } } };
      const before = { range: { [labelTime.counted]: { lt: from, format: 'epoch_millis' } } };
      return { bool: { filter: [within, before] } };
    });
    const early = { bool: { filter: [known, counted], should, minimum_should_match: 1 } };
    return { query: documents, aggs: { early: { filter: early } } };
  });
  const answers = await client.search({ index, query }, searches, options);
  return answers.reduce((sum, one) => {
    if (one instanceof SourceError) {
      throw one;
    }
    return sum + (numberOf(below(one.aggregations, 'early'), 'doc_count') ?? 0);
  }, 0);
}
