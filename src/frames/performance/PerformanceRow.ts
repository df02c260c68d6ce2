import type { PerformanceWord } from '../../verdict/performance/PerformanceVerdict';
import type { Severity } from '../../verdict/Verdict';

/** One row of the performance table: a metric in a segment and a window. Columns: README.md in this folder's parent. */
export interface PerformanceRow {
  /** Start of the window, in milliseconds since the epoch; null without a time. */
  readonly time: number | null;
  readonly time_end: number | null;
  readonly metric: string;
  /** Of several classes, the one that the metric is about. */
  readonly of_class: string | null;
  /** Written as one column for each key. */
  readonly segment: Readonly<Record<string, string>>;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly bound_low: number | null;
  readonly bound_high: number | null;
  readonly baseline: number | null;
  readonly baseline_low: number | null;
  readonly baseline_high: number | null;
  readonly drop: number | null;
  readonly drop_low: number | null;
  readonly drop_high: number | null;
  readonly threshold: number | null;
  readonly objective: number | null;
  readonly estimated: number | null;
  readonly estimated_low: number | null;
  readonly estimated_high: number | null;
  readonly rows: number;
  readonly labelled: number;
  readonly share_labelled: number | null;
  /** When labels of the window are complete, in milliseconds since the epoch; null where they are. */
  readonly mature_at: number | null;
  readonly test: string | null;
  readonly p_value: number | null;
  readonly p_adjusted: number | null;
  readonly gates: boolean;
  readonly verdict: PerformanceWord;
  readonly severity: Severity;
  readonly reason: string;
  readonly next_step: string;
}
