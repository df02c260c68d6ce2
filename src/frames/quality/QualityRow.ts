import type { FeatureType } from '../../query/featureType';
import type { Severity, VerdictWord } from '../../verdict/Verdict';

/** A row of the quality table: its columns and the keys of the shell command's JSON. README.md in frames explains them. */
export interface QualityRow {
  /** Start of the window, in milliseconds since the epoch; null where the selection has no time. */
  readonly time: number | null;
  readonly time_end: number | null;
  readonly feature: string;
  readonly type: FeatureType;
  /** Written as one column for each key. */
  readonly segment: Readonly<Record<string, string>>;
  /** Code of the worst finding; null where nothing was found. */
  readonly finding: string | null;
  readonly findings: number;
  /** Milliseconds: start of the first of the windows in a row that have the finding. */
  readonly found_since: number | null;
  readonly p_adjusted: number | null;
  readonly n_baseline: number | null;
  readonly n_current: number;
  readonly verdict: VerdictWord;
  readonly severity: Severity;
  readonly reason: string;
  readonly next_step: string;
  /** The numbers behind the finding, as JSON. */
  readonly facts: string | null;
}
