import type { FeatureType } from '../query/featureType';
import type { Distribution } from '../distribution/Distribution';
import type { TestName } from '../query/testNames';
import type { WithoutRounding } from '../statistics/numeric/rounding/withoutRounding';
import type { TestResult } from '../statistics/TestResult';
import type { OverTime } from './time/OverTime';

export type VerdictWord = 'drift' | 'warning' | 'no_drift' | 'insufficient_data' | 'inconclusive' | 'undefined';

/** 2 drift, 1 warning, 0 no_drift, null where undecided. */
export type Severity = 2 | 1 | 0 | null;

export type EffectName =
  'wasserstein_normed' | 'ks' | 'total_variation' | 'missing_rate' | 'category_share' | 'value_share';

/** A measure that decides whether a shift is large, and what is known of it. */
export interface EffectGate {
  readonly effect: EffectName;
  /** The best estimate, and what it surely lies between; `high` may be infinite. Null where the measure doesn't exist. */
  readonly size: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly expected: number | null;
  readonly threshold: number;
}

/** One feature in one segment and window, ready to be judged. */
export interface Comparison {
  readonly feature: string;
  readonly type: FeatureType;
  readonly segment: Readonly<Record<string, string>>;
  readonly baseline: Distribution;
  readonly current: Distribution;
  /** Values that fewer rows have are never named, for privacy. */
  readonly minimumCount?: number;
  /** Which numbers were taken for others that they differ from by rounding alone. */
  readonly rounding?: Omit<WithoutRounding, 'baseline' | 'current'>;
}

/** A category that appeared, vanished or changed its share. */
export interface CategoryFinding {
  readonly category: string;
  readonly change: 'new' | 'vanished' | 'grown' | 'shrunk';
  readonly baselineCount: number;
  readonly currentCount: number;
  readonly baselineShare: number;
  readonly currentShare: number;
  readonly pValue: number;
}

/** Why a verdict is what it is, as data; `describeReason` makes the sentence. */
export interface Reason {
  readonly code:
    | 'drift'
    | 'warning'
    | 'sure_but_small'
    | 'not_sure'
    | 'minimum_sample'
    | 'not_detectable'
    | 'hidden_by_buckets'
    | 'baseline_empty'
    | 'current_empty'
    /** Over time: within what past windows show without drift. */
    | 'usual'
    /** Over time: too few seasons with data to tell what is usual. */
    | 'not_calibrated'
    /** Over time: the same windows of earlier seasons have no rows. */
    | 'no_reference'
    | 'undefined';
  /** What the sentence names: shares, medians, categories, the hidden shift. */
  readonly facts: Readonly<Record<string, number | string | null>>;
}

/** The one verdict on a comparison. */
export interface FeatureVerdict {
  readonly comparison: Comparison;
  /** Every test computed, gating or not. */
  readonly tests: readonly TestResult[];
  /** Name of the test that decided. */
  readonly deciding: TestName;
  /** The feature's gating p after the correction within the window; null where undecided for want of a p. */
  readonly pAdjusted: number | null;
  readonly effect: EffectName;
  readonly effectSize: number | null;
  /** The effect that chance alone would show at these sample sizes. */
  readonly effectExpected: number | null;
  readonly threshold: number;
  /** All measures that decided whether the shift is large; the effect is one of them, unless a single value or category decided. */
  readonly gates?: readonly EffectGate[];
  /** In units of the effect: the smallest shift that this much data shows with the decision's power. */
  readonly smallestDetectable: number | null;
  readonly verdict: VerdictWord;
  readonly severity: Severity;
  readonly reason: Reason;
  readonly categories?: readonly CategoryFinding[];
  /** Where past windows tell what is significant. */
  readonly overTime?: OverTime;
}
