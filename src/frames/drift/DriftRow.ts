import type { FeatureType } from '../../query/featureType';
import type { TestName } from '../../query/testNames';
import type { EffectName, Severity, VerdictWord } from '../../verdict/Verdict';

/**
 * One row of the drift table: a feature in a segment and a window, and with `detail` a test. The keys are the frame's
 * columns and the keys of the shell command's JSON. What each one means and its unit: README.md in this folder.
 */
export interface DriftRow {
  /** Start of the window, in milliseconds since the epoch; null where the selection has no time. */
  readonly time: number | null;
  readonly time_end: number | null;
  readonly feature: string;
  readonly type: FeatureType;
  /** Written as one column for each key. */
  readonly segment: Readonly<Record<string, string>>;
  readonly test: TestName;
  readonly statistic: number | null;
  readonly statistic_low: number | null;
  readonly statistic_high: number | null;
  readonly p_value: number | null;
  readonly p_value_low: number | null;
  readonly p_value_high: number | null;
  /** The deciding test's alone: the others are not adjusted. */
  readonly p_adjusted: number | null;
  readonly effect: EffectName;
  readonly effect_size: number | null;
  readonly effect_expected: number | null;
  readonly threshold: number;
  readonly n_baseline: number;
  readonly n_current: number;
  readonly smallest_detectable: number | null;
  /** Over time: how many times its natural variation the window is off. Absent where rows are taken for independent. */
  readonly score?: number | null;
  /** What the score must exceed; null where the past tells too little. */
  readonly score_limit?: number | null;
  /** What nine of ten replayed windows of the past lie between. */
  readonly score_usual_low?: number | null;
  readonly score_usual_high?: number | null;
  readonly verdict: VerdictWord;
  readonly severity: Severity;
  readonly reason: string;
  /** Whether this test decided; without `detail` always true. */
  readonly deciding: boolean;
  /** How the p-value was computed; null without `detail`. */
  readonly method: string | null;
}
