import type { FeatureType } from '../../query/featureType';
import type { TestName } from '../../query/testNames';
import type { TimeRange } from '../../query/time';
import type { CategoryFinding, EffectName, Severity, VerdictWord } from '../../verdict/Verdict';
import type { SharedBins } from '../../evaluate/Result';
import type { ResultMeta } from '../ResultMeta';

/** What `meta.custom` of a distribution frame holds: everything but the bins or categories. */
export interface DistributionMeta extends ResultMeta {
  readonly kind: 'distribution';
  readonly shape: 'bins' | 'categories';
  readonly feature: string;
  readonly type: FeatureType;
  readonly segment: Readonly<Record<string, string>>;
  /** Null where the selection has no time. */
  readonly window: TimeRange | null;
  readonly baselineWindow: TimeRange | null;
  readonly baselineCounts: SideCounts;
  readonly currentCounts: SideCounts;
  readonly verdict: VerdictWord;
  readonly severity: Severity;
  /** The verdict's reason as a sentence. */
  readonly reason: string;
  readonly test: TestName;
  readonly statistic: number | null;
  readonly pValue: number | null;
  readonly pAdjusted: number | null;
  readonly effect: EffectName;
  readonly effectSize: number | null;
  readonly effectExpected: number | null;
  readonly threshold: number;
  readonly smallestDetectable: number | null;
  /** Values beyond the outer edges, which the outer bins count; null for categories. */
  readonly beyond: SharedBins['beyond'] | null;
  /** New, vanished, grown and shrunk categories, the surest first. */
  readonly categories: readonly CategoryFinding[];
}

/** Counts of one side, in rows; shares are of all rows, 0 where there are none. */
export interface SideCounts {
  readonly total: number;
  /** Rows that enter a test of values. */
  readonly values: number;
  /** null, empty or absent */
  readonly missing: number;
  readonly nan: number;
  readonly infinite: number;
  readonly mistyped: number;
  /** Share of missing and NaN together. */
  readonly missingShare: number;
}
