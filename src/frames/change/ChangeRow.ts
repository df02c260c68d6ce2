import type { Severity } from '../../verdict/Verdict';

/** What a row tells: a change, a pattern, that there is none, or that nothing can be said. */
export type ChangeKind = 'abrupt' | 'gradual' | 'recurring' | 'online' | 'none' | 'insufficient_data';

/** One row of the table of changes. What each column means: README.md in this folder's parent. */
export interface ChangeRow {
  /** Start of the first window at the new level, in milliseconds since the epoch; of the series where nothing changed. */
  readonly time: number;
  /** When a gradual change reached its level; else as `time`; end of the series where nothing changed. */
  readonly time_end: number;
  readonly earliest: number | null;
  readonly latest: number | null;
  /** The measure or feature. */
  readonly feature: string;
  /** What of a feature: its mean, the share of a category. */
  readonly figure: string;
  /** Written as one column for each key. */
  readonly segment: Readonly<Record<string, string>>;
  readonly kind: ChangeKind;
  /** Of an online detector's alarm its name. */
  readonly detector: string | null;
  readonly before: number | null;
  readonly after: number | null;
  readonly size: number | null;
  readonly p_value: number | null;
  readonly width: number | null;
  readonly period: number | null;
  readonly n_windows: number;
  readonly severity: Severity;
  readonly reason: string;
}
