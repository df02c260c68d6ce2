import type { KeptText } from './textForms';

/**
 * A summary of a sample that a test can work on. One of four things; nothing else crosses from sources to statistics.
 * Missing and NaN are counted and enter no test of values; ±Infinity takes part in rank tests.
 */
export type Distribution = Samples | Histogram | Categories | Quantiles;

/** What every distribution counts, in rows. `total` is all of them. */
export interface ValueCounts {
  readonly total: number;
  /** null, empty or absent */
  readonly missing: number;
  readonly nan: number;
  readonly positiveInfinity: number;
  readonly negativeInfinity: number;
  /** Values that are not of the feature's type, such as text in a number. */
  readonly mistyped: number;
}

/** What a format says of the values itself: JSON and Parquet tell 5 from "5". Absent where it says nothing, as CSV does. */
export type Declared = 'numbers' | 'text';

/** Raw numbers. */
export interface Samples {
  readonly kind: 'samples';
  readonly counts: ValueCounts;
  /** Ascending; without NaN, with ±Infinity. */
  readonly sorted: Float64Array;
  /** Whether the values stand for more rows, which belong together in clusters. */
  readonly clustered?: boolean;
  /** One of the mistyped values, as an example of them. */
  readonly text?: string;
  readonly declared?: Declared;
}

/** Counts between edges. */
export interface Histogram {
  readonly kind: 'histogram';
  readonly counts: ValueCounts;
  /** Strictly ascending, one more than there are bins; the first may be -Infinity, the last +Infinity (open ends). */
  readonly edges: Float64Array;
  /** Values in each bin; not necessarily whole numbers where the store extrapolates. */
  readonly bins: Float64Array;
  /** Which end of a bin belongs to it: `right` is (low, high] as in Prometheus, `left` is [low, high) as in Elasticsearch. */
  readonly closed: 'left' | 'right';
  /** `exact`: whole, true counts; `approximate`: extrapolated, sampled or sketched, so that bounds are not certified. */
  readonly guarantee: 'exact' | 'approximate';
  /** Known exactly by some stores; narrows the bounds of the outer bins. */
  readonly minimum?: number;
  readonly maximum?: number;
  readonly mean?: number;
  /** Population standard deviation. */
  readonly standardDeviation?: number;
  readonly declared?: Declared;
  /** The values that repeat most, where the store lists them beside the buckets. */
  readonly repeats?: Repeats;
}

/**
 * Single numbers of a histogram, each with how often it occurs: what `terms` of a store tells. With it, a value that many
 * rows share is tested apart although its bucket holds others too.
 */
export interface Repeats {
  /** Bounds on the count of each value, equal where it is exact. */
  readonly values: ReadonlyMap<number, { readonly low: number; readonly high: number }>;
  /** No value that is not listed occurs more often than this. */
  readonly others: number;
}

/** Counts by category. A Map, so that `__proto__` is a category like any other. */
export interface Categories {
  readonly kind: 'categories';
  readonly counts: ValueCounts;
  readonly byCategory: ReadonlyMap<string, number>;
  /** The same counts by the text as it is written, where several spellings were put together: `plainText` says which are one. */
  readonly written?: ReadonlyMap<string, number>;
  readonly declared?: Declared;
  /** Values in categories that are not listed, 0 where all are. */
  readonly rest: number;
  /** Of texts that were kept as their forms and words: no text itself is listed then. */
  readonly text?: KeptText;
  readonly guarantee: 'exact' | 'approximate';
}

/** Quantiles from a sketch or a summary: always approximate. */
export interface Quantiles {
  readonly kind: 'quantiles';
  readonly counts: ValueCounts;
  /** Ascending, in [0, 1]. */
  readonly probabilities: Float64Array;
  /** Non-descending, one for each probability. */
  readonly values: Float64Array;
}
