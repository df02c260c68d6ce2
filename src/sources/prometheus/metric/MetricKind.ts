import type { MetricQuery } from './MetricQuery';

/** What a metric turned out to be, which decides how its distribution is asked for. */
export type MetricKind =
  /** `x_bucket` with `le`. */
  | 'classic'
  /** Samples of `x` that are histograms themselves: exponential or custom buckets. */
  | 'native'
  /** Both, as while a team moves from the one to the other: told window by window. */
  | 'both'
  /** `x` with `quantile`. */
  | 'summary'
  /** A counter whose label's values are the categories; also the count of a histogram, by a label. */
  | 'counter'
  /** A number at each scrape. */
  | 'gauge'
  /** `x_bucket` with `vmrange`, as clients of VictoriaMetrics write it: buckets that are counted apart. */
  | 'vmrange'
  /** Free PromQL with the window's placeholder: buckets, histograms or categories, as its answer shows. */
  | 'windowed'
  /** Free PromQL without it: a number at each moment. */
  | 'moments';

/** Which series a counter by category is read from. */
export type CountedBy = 'itself' | 'classic' | 'native';

/** Labels that tell apart servers that scrape the same targets, by convention. */
export const REPLICA_LABELS = [
  'prometheus_replica',
  '__replica__',
  'thanos_replica',
  'receive_replica',
  'rule_replica',
];

export interface RecognizedMetric {
  readonly query: MetricQuery;
  readonly kind: MetricKind;
  /** For counters. */
  readonly countedBy: CountedBy;
  /** Of classic histograms: what counts all values, `le="+Inf"` or, where that is not stored, `x_count`. */
  readonly whole?: 'bucket' | 'count';
  /** Buckets or quantiles of one series, 0 where that is not known. */
  readonly buckets: number;
  /** Labels by which alone some of its series differ, since several servers scrape one target: one of them is taken. */
  readonly replicas?: readonly string[];
}

/** In words, for the editor and for messages. */
export const KIND_WORDS: Readonly<Record<MetricKind, string>> = {
  classic: 'a classic histogram',
  native: 'a native histogram',
  summary: 'a summary (quantiles of its own, approximate)',
  counter: 'a counter by category',
  both: 'a classic and a native histogram',
  vmrange: 'a histogram of VictoriaMetrics',
  gauge: 'a gauge (its scrapes are the sample)',
  windowed: 'an expression over each window',
  moments: 'an expression, evaluated at many moments',
};
