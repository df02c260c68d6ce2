import type { Significance } from '../../query/driftDecision';

/** One row of an audit: a way to judge. What each column means: README.md in this folder's parent. */
export interface AuditRow {
  readonly significance: Significance;
  /** Whether the query itself judges so. */
  readonly own: boolean;
  readonly looks: number;
  readonly undecided: number;
  readonly alarms: number;
  /** Share of the looks that are alarms; null without looks. */
  readonly alarm_share: number | null;
  readonly episodes: number;
  readonly rate: number | null;
  readonly rate_low: number | null;
  readonly rate_high: number | null;
  readonly promised: number | null;
  readonly promised_counts: 'alarms' | 'episodes';
  readonly shuffled_rate: number | null;
  readonly shuffled_rate_low: number | null;
  readonly shuffled_rate_high: number | null;
  /** Share of alarms with each window beside a random half of its own rows. */
  readonly halves_share: number | null;
  /** Episodes that people marked, and the share of true ones among them. */
  readonly marked_true: number;
  readonly marked_false: number;
  readonly precision: number | null;
  readonly precision_low: number | null;
  readonly precision_high: number | null;
  readonly delay_small: number | null;
  readonly found_small: number | null;
  readonly delay_medium: number | null;
  readonly found_medium: number | null;
  readonly delay_large: number | null;
  readonly found_large: number | null;
  /** When it fired first, and on what. */
  readonly first_time: number | null;
  readonly first_cause: string | null;
  /** Why this way can't be replayed. */
  readonly problem: string | null;
}
