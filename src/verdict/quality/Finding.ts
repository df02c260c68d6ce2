import type { Distribution } from '../../distribution/Distribution';
import type { Expectation } from '../../query/expectation';
import type { FeatureType } from '../../query/featureType';
import type { CheckName } from '../../query/qualityQuery';

/** What was found, by kind. `describeFinding` has the sentence and the next step for each. */
export type FindingCode =
  | 'column_new'
  | 'column_vanished'
  | 'column_renamed'
  | 'missing_above'
  | 'missing_changed'
  | 'nan_changed'
  | 'mistyped'
  | 'type_changed'
  | 'infinite'
  | 'outside_range'
  | 'outside_usual'
  | 'value_grown'
  | 'sentinel'
  | 'outside_set'
  | 'category_new'
  | 'category_vanished'
  | 'pattern_broken'
  | 'length_outside'
  | 'truncated'
  | 'zeros_lost'
  | 'spelling_changed'
  | 'format_changed'
  | 'words_unknown'
  | 'unit_changed'
  | 'constant'
  | 'stuck'
  | 'no_rows'
  | 'gap'
  | 'rows_repeated'
  | 'rows_dependent'
  | 'late'
  | 'late_changed'
  | 'early'
  | 'ahead'
  | 'stale'
  | 'values_ahead'
  | 'values_stale'
  | 'not_unique'
  | 'prediction_bias'
  | 'rule_broken';

/** The numbers and names behind a finding. */
export type Facts = Readonly<Record<string, number | string | null>>;

/** What one check says of a feature in a window, before all of the window's p-values are adjusted together. */
export interface Checked {
  readonly check: CheckName;
  readonly code: FindingCode;
  /** Null where nothing is random about it: a value outside of a range that was written down. */
  readonly pValue: number | null;
  /** Whether it is large enough to matter; with a p-value it must be sure as well. */
  readonly notable: boolean;
  /** 2: broken; 1: worth a look. */
  readonly severity: 1 | 2;
  readonly facts: Facts;
  /** Whether past windows alone, that show as much, keep it from being notable. */
  readonly accepted?: boolean;
}

export interface Finding extends Omit<Checked, 'notable' | 'accepted'> {
  readonly pAdjusted: number | null;
}

/** A feature in one window and segment, with what is normal for it. */
export interface FeatureSides {
  readonly feature: string;
  readonly type: FeatureType;
  readonly segment: Readonly<Record<string, string>>;
  readonly expect: Expectation;
  readonly current: Distribution;
  /** Null without a baseline, or where the feature is not in it. */
  readonly baseline: Distribution | null;
  /** The baseline in windows as long as the current one; empty where it can't be cut. */
  readonly past: readonly Distribution[];
  /** The current window in short stretches such as hours, whose rows may share what they read; empty where it isn't cut. */
  readonly slices?: readonly Distribution[];
  /** Every value differs, as in a key. */
  readonly identifier: boolean;
  /** The values are no independent draws (scrapes of a gauge): no test may take their number for that of rows. */
  readonly dependent?: boolean;
  /** Categories, texts and words seen fewer times are never named, for privacy. */
  readonly minimumCount?: number;
}

/** A check that could not be made, and why. */
export interface Unchecked {
  readonly check: CheckName;
  readonly reason: string;
}

export interface CheckOutcome {
  readonly checked: readonly Checked[];
  /** Whether the check decides anything of this feature; with a reason where it should and can't. */
  readonly unchecked?: string;
}
