import type { NativeHistogram } from '../client/PrometheusAnswer';

/** What the store counted of one feature in one window and segment, before it becomes a distribution. */
export interface CellParts {
  readonly segment: Readonly<Record<string, string>>;
  /** Values at or below each bound, by `le`. */
  readonly cumulative: Map<string, number>;
  readonly byCategory: Map<string, number>;
  readonly quantiles: Map<string, number>;
  native?: NativeHistogram;
  /** By `x_count`. */
  observations?: number;
  /** Of all observed values, by `x_sum`. */
  sum?: number;
  /** A number without buckets or categories: no distribution. */
  plain?: number;
}

export function emptyParts(segment: CellParts['segment']): CellParts {
  return { segment, cumulative: new Map(), byCategory: new Map(), quantiles: new Map() };
}
