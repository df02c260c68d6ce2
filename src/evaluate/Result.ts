import type { FeatureType } from '../query/featureType';
import type { Mark } from '../query/marks/mark';
import type { TimeRange } from '../query/time';
import type { Notice } from '../sources/Notice';
import type { FindingCode } from '../verdict/quality/Finding';
import type { QualityVerdict } from '../verdict/quality/QualityVerdict';
import type { Summaries } from '../verdict/quality/summaries';
import type { PerformanceMetric } from '../query/performanceMetric';
import type { FairnessFinding } from '../verdict/performance/fairness/FairnessFinding';
import type { ErrorBudget } from '../verdict/performance/budget/ErrorBudget';
import type { DropExplanation } from '../verdict/performance/explainDrop';
import type { PerformanceVerdict } from '../verdict/performance/PerformanceVerdict';
import type { VersionsVerdict } from '../verdict/performance/VersionsVerdict';
import type { Cause, LookedAt } from '../verdict/causes/Cause';
import type { FeatureVerdict } from '../verdict/Verdict';
import type { RegisteredVersion } from '../verdict/versions/registeredVersion';
import type { VersionTrace } from '../verdict/versions/VersionTrace';
import type { Significance } from '../query/driftDecision';
import type { AuditResult } from './audit/AuditResult';
import type { ChangeSeries } from './change/ChangeSeries';
import type { VolumeVerdict } from '../verdict/volume/VolumeVerdict';

export type { ChangeSeries, OnlineAlarm, TimedChange } from './change/ChangeSeries';
export { type Notice, noticeText } from '../sources/Notice';

/** What a query answers; `frames` writes it for Grafana, `cli` for the shell. */
export type Result =
  | AuditedResult
  | ChangeResult
  | DriftResult
  | DistributionResult
  | ExplainResult
  | PerformanceResult
  | QualityResult
  | VersionsResult
  | VolumeResult;

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
  /** Marks that the verdicts rest on. */
  readonly marks?: readonly Mark[];
}

/** A verdict and the windows it compares; null where the selection has no time. */
export interface WindowedVerdict extends FeatureVerdict {
  readonly window: TimeRange | null;
  readonly baselineWindow: TimeRange | null;
}

/** What a drift query would have done as a rule, by each way to judge. */
export interface AuditedResult extends ComparisonContext, AuditResult {
  readonly kind: 'audit';
  /** How the query itself judges. */
  readonly significance: Significance;
}

/** When the level of each series changed. Where windows are compared with one another the baseline's kind is `none`. */
export interface ChangeResult extends ComparisonContext {
  readonly kind: 'change';
  readonly windows: readonly TimeRange[];
  readonly series: readonly ChangeSeries[];
}

/** Where the drift of one feature in one window may come from. */
export interface ExplainResult extends ComparisonContext {
  readonly kind: 'explain';
  /** Of the feature, in the newest window. */
  readonly verdict: WindowedVerdict;
  /** When it began to drift, as far as the windows tell; null without a time or without drift. */
  readonly since: number | null;
  readonly isOrEarlier: boolean;
  /** What explains most first; as many as were asked for. */
  readonly causes: readonly Cause[];
  /** The fields whose values were candidates. */
  readonly looked: readonly LookedAt[];
  /** The answer in a sentence or two. */
  readonly summary: string;
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
  /** Which version should be active, or why that is not known; absent where the query names no registry. */
  readonly registered?: RegisteredVersion;
}

/** How good predictions were. Without a baseline its kind is `none`. */
export interface PerformanceResult extends ComparisonContext {
  readonly kind: 'performance';
  /** Labels that came later count as not known, in milliseconds since the epoch. */
  readonly asOf: number;
  readonly verdicts: readonly WindowedPerformance[];
  /** Predictions without a label count as labelled once they are old enough: their number says nothing of labels that came. */
  readonly impliesLabels: boolean;
  /** The class that precision, recall and scores are about; absent where none is known. */
  readonly positive?: string;
  /** Of the newest window whose labels are complete, else of the newest, by segment. */
  readonly details: readonly PerformanceDetails[];
  /** Which segments the drop of the newest judged window comes from, by metric; empty with fewer than two segments. */
  readonly explanations: readonly DropExplanation[];
  /** Whether labels contradict the scores, by segment; empty without a score, a baseline, or enough days. */
  readonly conceptDrift: readonly ConceptDrift[];
  /** Two versions side by side, by segment; empty where the query compares none. */
  readonly comparisons: readonly VersionsCompared[];
  /** Groups of people side by side, over the days whose labels are complete; empty where the query compares none. */
  readonly fairness: readonly FairnessCompared[];
  /** Error budgets of objectives, by segment; empty where the query asks for none. */
  readonly budgets: readonly SegmentBudget[];
  /** When labels came, over all windows of the baseline or else of the current side; null where that can't be told. */
  readonly delays: LabelDelays | null;
}

/** How fast the error budget of an objective is used up in one segment. */
export interface SegmentBudget {
  readonly segment: Readonly<Record<string, string>>;
  readonly budget: ErrorBudget;
}

/** Realized less estimated accuracy of one segment: how far labels contradict what scores lead one to expect. */
export interface ConceptDrift {
  readonly segment: Readonly<Record<string, string>>;
  /** Starts of the first and the last day, in milliseconds since the epoch; null without a time. */
  readonly from: number | null;
  readonly to: number | null;
  /** Below 0 the model is worse than its scores say. */
  readonly gap: number;
  /** 95% interval, at the usual significance level. */
  readonly low: number;
  readonly high: number;
  readonly pValue: number;
  readonly pAdjusted: number;
  readonly rows: number;
  /** 2 significant and as large as a drop that matters, 1 significant, 0 not significant. */
  readonly severity: 0 | 1 | 2;
}

/** One measure of one group against the reference group, in one segment. */
export interface FairnessCompared extends FairnessFinding {
  readonly segment: Readonly<Record<string, string>>;
  /** Column whose values are the groups. */
  readonly field: string;
}

/** Two versions side by side in one segment. */
export interface VersionsCompared {
  readonly segment: Readonly<Record<string, string>>;
  readonly metric: PerformanceMetric;
  /** Names of the versions; of a shadow, the columns of both predictions. */
  readonly old: string;
  readonly new: string;
  readonly verdict: VersionsVerdict;
  /** What was known after each day, for a funnel that narrows; empty where that may not be shown. */
  readonly steps: readonly VersionsStep[];
}

/** New less old, as it was known at a time. */
export interface VersionsStep {
  /** Start of the day, in milliseconds since the epoch. */
  readonly time: number;
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Share of labels that had come by an age, in milliseconds: steps, ascending; and the age by which they are complete. */
export interface LabelDelays {
  readonly ages: readonly number[];
  readonly shares: readonly number[];
  readonly deadline: number | null;
}

/** What a panel draws of one segment: which class was taken for which, and how far scores are probabilities. */
export interface PerformanceDetails {
  readonly segment: Readonly<Record<string, string>>;
  readonly window: TimeRange | null;
  readonly confusion?: { readonly classes: readonly string[]; readonly counts: ReadonlyArray<readonly number[]> };
  /** A point for each of ten stretches of the score: mean score, observed share of the positive class, labelled rows. */
  readonly reliability?: ReadonlyArray<{
    readonly predicted: number;
    readonly observed: number;
    readonly rows: number;
  }>;
}

/** What is said of a metric in a window and a segment. */
export interface WindowedPerformance extends PerformanceVerdict {
  readonly window: TimeRange | null;
  readonly baselineWindow: TimeRange | null;
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
