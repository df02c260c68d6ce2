import type { ConfusionCounts } from '../../../outcomes/ConfusionCounts';
import type { DelayCounts } from '../../../outcomes/DelayCounts';
import type { ErrorSums } from '../../../outcomes/ErrorSums';
import type { ForecastSums } from '../../../outcomes/ForecastSums';
import type { ScoreTable } from '../../../outcomes/ScoreTable';
import { type Aggregation, below, type Bucket, bucketsOf, numberOf } from '../client/SearchAnswer';
import { nameOf } from '../fields/nameOf';
import type { StoreField } from '../fields/StoreField';
import type { Slot } from './Slot';

export type Aggs = Readonly<Record<string, unknown>>;

/** What is counted in one go of each segment of each day. */
export interface OutcomePart {
  /** Of the part's own names: several parts stand beside each other in one search. */
  readonly aggs: Aggs;
  /** Buckets that a segment of a day has, at most. */
  readonly weight: number;
  /** From the answer to `aggs`. Throws a Changed where the store holds something that it did not hold when it was first asked. */
  read(answer: Bucket, about: PartAbout): PartOutcomes;
}

export interface PartAbout {
  readonly slot: Slot;
  /** Documents carry a `_doc_count`: then sums and means, which are not weighted by it, say nothing of the counts. */
  readonly isWeighted: boolean;
  /** Notes that documents hold several values of a field. */
  readonly several: (field: StoreField) => void;
}

export interface PartOutcomes {
  readonly labelled?: number;
  readonly confusion?: ConfusionCounts;
  readonly unlabelled?: ReadonlyMap<string, number>;
  readonly scores?: ReadonlyMap<string, ScoreTable>;
  readonly errors?: ErrorSums;
  readonly forecasts?: ForecastSums;
  readonly delays?: DelayCounts;
}

/** Documents came in that hold values which were not there a moment ago: what was asked for doesn't count them. */
export class Changed extends Error {}

/** The buckets of a `terms` aggregation that was made so large as to hold all values, by what they are called. */
export function namedBuckets(answer: Aggregation, name: string, field: StoreField): Array<readonly [string, Bucket]> {
  const terms = below(answer, name);
  const isWhole =
    (numberOf(terms, 'sum_other_doc_count') ?? 0) === 0 && (numberOf(terms, 'doc_count_error_upper_bound') ?? 0) <= 0;
  if (!isWhole) {
    throw new Changed();
  }
  return bucketsOf(answer, name).map((bucket) => [nameOf(bucket, field), bucket]);
}
