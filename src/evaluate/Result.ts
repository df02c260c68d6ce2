import type { FeatureType } from '../query/featureType';
import type { TimeRange } from '../query/time';
import type { Notice } from '../sources/Notice';
import type { FindingCode } from '../verdict/quality/Finding';
import type { QualityVerdict } from '../verdict/quality/QualityVerdict';
import type { Summaries } from '../verdict/quality/summaries';
import type { FeatureVerdict } from '../verdict/Verdict';
import type { VersionTrace } from '../verdict/versions/VersionTrace';
import type { VolumeVerdict } from '../verdict/volume/VolumeVerdict';

export { type Notice, noticeText } from '../sources/Notice';

/** What a query answers; `frames` writes it for Grafana, `cli` for the shell. */
export type Result = DriftResult | DistributionResult | QualityResult | VersionsResult | VolumeResult;

export interface ResultContext {
  /** Stable hash of the validated query: the same question has the same hash. */
  readonly queryHash: string;
  /** Said to the user beside the result. */
  readonly notices: readonly Notice[];
  /** A store warned that its answer is not everything. */
  readonly warned?: boolean;
}

/** Of a result that was compared with something. */
export interface ComparisonContext extends ResultContext {
  readonly baseline: Provenance;
}

/** Where the baseline came from, in words and as data. */
export interface Provenance {
  readonly kind: string;
  readonly description: string;
  readonly facts: Readonly<Record<string, string | number | null>>;
}

export interface DriftResult extends ComparisonContext {
  readonly kind: 'drift';
  readonly verdicts: readonly WindowedVerdict[];
}

/** A verdict and the windows it compares; null where the selection has no time. */
export interface WindowedVerdict extends FeatureVerdict {
  readonly window: TimeRange | null;
  readonly baselineWindow: TimeRange | null;
}

/** Each measure in each window and segment, by time. */
export interface VolumeResult extends ComparisonContext {
  readonly kind: 'volume';
  readonly verdicts: readonly WindowedVolume[];
}

export interface WindowedVolume extends VolumeVerdict {
  readonly window: TimeRange;
}

export interface QualityResult extends ComparisonContext {
  readonly kind: 'quality';
  readonly verdicts: readonly WindowedQuality[];
  /** Rules that can't be checked as they are written, with the reason, by name. */
  readonly refusedRules?: ReadonlyMap<string, string>;
}

/** What is said of a feature in a window and a segment. */
export interface WindowedQuality extends QualityVerdict {
  readonly window: TimeRange | null;
  readonly baselineWindow: TimeRange | null;
  /** For each code that was found: start of the first of the windows in a row that have it; null without a time. */
  readonly since: ReadonlyMap<FindingCode, number | null>;
  readonly summaries: Summaries;
}

/** What happened to the versions of each segment. Nothing is compared: the baseline's kind is `none`. */
export interface VersionsResult extends ComparisonContext {
  readonly kind: 'versions';
  /** The label or field whose values are the versions. */
  readonly feature: string;
  readonly traces: readonly VersionTrace[];
}

export interface DistributionResult extends ComparisonContext {
  readonly kind: 'distribution';
  readonly features: readonly FeatureDistributions[];
}

/** Both distributions of a feature on shared bins or categories, with the verdict on them. */
export interface FeatureDistributions {
  readonly feature: string;
  readonly type: FeatureType;
  readonly segment: Readonly<Record<string, string>>;
  readonly shape: SharedBins | SharedCategories;
  readonly verdict: WindowedVerdict;
}

export interface SharedBins {
  readonly kind: 'bins';
  /** One more than there are bins; finite. */
  readonly edges: Float64Array;
  readonly baseline: Float64Array;
  readonly current: Float64Array;
  /** Values beyond the edges, infinite ones too: the outer bins count them. */
  readonly beyond: { readonly baseline: Beyond; readonly current: Beyond };
}

export interface Beyond {
  readonly below: number;
  readonly above: number;
}

export interface SharedCategories {
  readonly kind: 'categories';
  readonly categories: readonly string[];
  readonly baseline: readonly number[];
  readonly current: readonly number[];
  /** Whether the last entry stands for everything not listed. */
  readonly lastIsRest: boolean;
}
