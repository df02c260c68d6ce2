import type { NativeHistogram } from '../client/PrometheusAnswer';

/** What the store counted of one feature in one window and segment, before it becomes a distribution. */
export interface CellParts {
  readonly segment: Readonly<Record<string, string>>;
  /** Values at or below each bound, by `le`. */
  readonly cumulative: Map<string, number>;
  /** Values in each bucket by `vmrange`, not added up. */
  readonly byRange: Map<string, number>;
  readonly byCategory: Map<string, number>;
  /** What series had counted before their first sample in the window, by category or by bound. */
  readonly entered: Map<string, number>;
  readonly quantiles: Map<string, number>;
  native?: NativeHistogram;
  /** How often series of each kind of histogram were seen, and both of one target. */
  readonly looks: { classic: number; native: number; both: number };
  /** By `x_count`. */
  observations?: number;
  /** Of all observed values, by `x_sum`. */
  sum?: number;
  /** A number without buckets or categories: no distribution. */
  plain?: number;
}

export function emptyParts(segment: CellParts['segment']): CellParts {
  return {
    segment,
    cumulative: new Map(),
    byRange: new Map(),
    byCategory: new Map(),
    entered: new Map(),
    quantiles: new Map(),
    looks: { classic: 0, native: 0, both: 0 },
  };
}
