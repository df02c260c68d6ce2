import type { Severity } from '../Verdict';

/**
 * What to do with a new version beside an old one. `roll_out`: it is at most a margin worse; `roll_back`: it is worse, by the
 * threshold or more; `keep_both`: no difference that matters; `labels_needed`: not known yet.
 */
export type VersionsWord = 'roll_out' | 'roll_back' | 'keep_both' | 'labels_needed';

export type VersionsReason =
  | 'worse'
  | 'not_worse'
  | 'no_difference'
  /** More labels will probably tell. */
  | 'open'
  /** Worse by more than the margin and less than the threshold, as far as one can see: more labels may not settle it. */
  | 'between'
  /** No window has labels of both versions. */
  | 'apart'
  | 'few_labels'
  | 'few_days'
  /** No single difference fits all windows. */
  | 'changed';

/** Two versions side by side, over windows whose labels are complete. */
export interface VersionsVerdict {
  readonly verdict: VersionsWord;
  readonly severity: Severity;
  readonly reason: VersionsReason;
  /** Whether the metric is a share of rows, of which more is better, or a mean loss. */
  readonly measure: 'share' | 'loss';
  /** Holds at all looks together: `sequence` always, `asymptotic` with many rows, `days` with many days. */
  readonly method: 'sequence' | 'asymptotic' | 'days';
  /** Of windows that have both versions, each weighted by n₁n₂/(n₁ + n₂). Null without one. */
  readonly old: number | null;
  readonly new: number | null;
  /** New less old, in the metric's own unit, with its interval. */
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** In the metric's own unit. */
  readonly margin: number;
  readonly threshold: number;
  readonly alpha: number;
  /** Labelled rows in windows that have both. */
  readonly oldRows: number;
  readonly newRows: number;
  readonly windows: number;
  /** Windows that have labels of one version alone: they can't be compared. */
  readonly skipped: number;
  /** Of both versions together, split as they are: probably enough for another word. Null where that can't be told. */
  readonly moreLabels: number | null;
}
