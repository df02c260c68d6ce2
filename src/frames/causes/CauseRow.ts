import type { CauseKind } from '../../verdict/causes/Cause';

/** One row of the table of causes. What each column means: README.md in this folder's parent. */
export interface CauseRow {
  /** The candidate in a few words. */
  readonly cause: string;
  readonly field: string | null;
  readonly value: string | null;
  readonly cause_kind: CauseKind;
  readonly explained: number | null;
  readonly explained_low: number | null;
  readonly explained_high: number | null;
  /** Milliseconds since the epoch. */
  readonly since: number | null;
  readonly reason: string;
  readonly next_step: string;
  readonly n_baseline: number | null;
  readonly n_current: number | null;
  /** The verdict on the rows inside a slice. */
  readonly within: string | null;
  readonly p_adjusted: number | null;
}
