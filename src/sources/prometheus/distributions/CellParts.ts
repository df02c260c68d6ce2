import type { NativeHistogram } from '../client/PrometheusAnswer';

/** What the store counted of one feature in one window and segment, before it becomes a distribution. */
export interface CellParts {
  readonly segment: Readonly<Record<string, string>>;
  /** Values at or below each bound, by `le`. */
  cumulative: ReadonlyMap<string, number>;
  /** Values in each bucket by `vmrange`, not added up. */
  byRange: ReadonlyMap<string, number>;
  byCategory: ReadonlyMap<string, number>;
  /** What series had counted before their first sample in the window, by category or by bound. */
  entered: ReadonlyMap<string, number>;
  quantiles: ReadonlyMap<string, number>;
  native?: NativeHistogram;
  /** How often series of each kind of histogram were seen, and both of one target. */
  looks: { readonly classic: number; readonly native: number; readonly both: number };
  /** By `x_count`. */
  observations?: number;
  /** Of all observed values, by `x_sum`. */
  sum?: number;
  /** A number without buckets or categories: no distribution. */
  plain?: number;
}

/** Most cells hold one of the maps alone, and there are tens of thousands of cells. */
const NONE: ReadonlyMap<string, number> = new Map();
const NEVER: CellParts['looks'] = { classic: 0, native: 0, both: 0 };

export function emptyParts(segment: CellParts['segment']): CellParts {
  return {
    segment,
    cumulative: NONE,
    byRange: NONE,
    byCategory: NONE,
    entered: NONE,
    quantiles: NONE,
    looks: NEVER,
  };
}

/** The map of a cell's part, to write into. */
export function writable(
  parts: CellParts,
  part: 'cumulative' | 'byRange' | 'byCategory' | 'entered' | 'quantiles'
): Map<string, number> {
  const known = parts[part];
  if (known !== NONE && known instanceof Map) {
    return known;
  }
  const made = new Map<string, number>();
  parts[part] = made;
  return made;
}
