import type { FeatureVerdict } from '../Verdict';

/**
 * What may be the cause of a drift: rows of one value of a field (`slice`, or `version` where the field tells versions), other
 * shares of a field's values (`mix`), another unit, missing values, other features that drift since then, or another number
 * of rows.
 */
export type CauseKind = 'slice' | 'mix' | 'version' | 'unit' | 'missing' | 'co_drift' | 'volume';

/** One candidate, with what it explains of the drift. */
export interface Cause {
  readonly kind: CauseKind;
  /** Null where the candidate is no field of its own. */
  readonly field: string | null;
  readonly value: string | null;
  /** What part of the effect is gone without it, from 0 to 1, with its 95% interval; null where that can't be told. */
  readonly explained: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Benjamini–Hochberg over all slices and mixes; null where nothing was tested. */
  readonly pAdjusted: number | null;
  /** Rows on each side; null where it is about no rows of its own. */
  readonly rows: { readonly baseline: number; readonly current: number } | null;
  /** Of the rows inside the slice, adjusted over all slices. */
  readonly within: FeatureVerdict | null;
  /** Milliseconds since the epoch; null where no window before it is known. */
  readonly since: number | null;
  /** It may have begun before the first window that was looked at. */
  readonly isOrEarlier: boolean;
  /** What the sentences name beside: values that were left out, a factor, rates. */
  readonly facts: Readonly<Record<string, string | number | null>>;
}

/** A field whose values were candidates. */
export interface LookedAt {
  readonly field: string;
  readonly values: number;
  /** The most that one of its values, or the mix, may explain by chance in the rows; null where none was told. */
  readonly high: number | null;
  /** The most that buckets may hide beside that. */
  readonly hidden: number;
}
