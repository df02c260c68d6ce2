import type { PerformanceMetric } from '../../query/performanceMetric';
import type { MetricValue } from '../../statistics/performance/MetricValue';
import type { Severity } from '../Verdict';

export type PerformanceWord =
  'worse' | 'warning' | 'not_worse' | 'labels_pending' | 'insufficient_data' | 'inconclusive' | 'undefined';

/** Why a verdict is what it is, as data; `describePerformance` makes the sentence. */
export interface PerformanceReason {
  readonly code:
    | 'worse'
    | 'objective_missed'
    /** Without a baseline: the whole interval meets the objective, or only a part of it does. */
    | 'objective_met'
    | 'objective_open'
    /** Significant, but smaller than the threshold. */
    | 'small'
    /** Not significant, and a drop of the threshold would have been, or lies outside the interval. */
    | 'not_significant'
    /** Not significant, but a drop of the threshold might not have been either. */
    | 'not_detectable'
    | 'better'
    /** The estimate before labels is worse, or a window that is not judged yet looks so. */
    | 'estimated_worse'
    | 'labels_pending'
    | 'minimum_sample'
    | 'few_past'
    | 'few_days'
    | 'no_baseline'
    | 'baseline_empty'
    | 'hidden_by_buckets'
    | 'undefined';
  readonly facts: Readonly<Record<string, number | string | null>>;
}

/** One metric in one segment and window. */
export interface PerformanceVerdict {
  readonly metric: PerformanceMetric;
  /** The class that a metric of one class is about, of several classes. */
  readonly ofClass?: string;
  readonly segment: Readonly<Record<string, string>>;
  readonly current: MetricValue;
  /** Null without a baseline. */
  readonly baseline: MetricValue | null;
  /** Positive is worse: drop of a metric, relative growth of a loss. Null where there is nothing to compare. */
  readonly drop: number | null;
  /** 95% interval of `drop`. */
  readonly dropLow: number | null;
  readonly dropHigh: number | null;
  /** The drop that chance alone would show at these sizes: √(2/π) standard errors. */
  readonly dropExpected: number | null;
  readonly threshold: number;
  /** How the drop was tested: `jackknife_by_day`, `past_windows`, `two_proportions`, `delong`, `welch`; null where not. */
  readonly test: string | null;
  readonly pValue: number | null;
  readonly pAdjusted: number | null;
  /** Whether the metric may decide; others are shown. */
  readonly gates: boolean;
  readonly objective: number | null;
  readonly rows: number;
  readonly labelled: number;
  /** What the metric is expected to be for all rows, from scores and an earlier calibration; null where it can't be told. */
  readonly estimated: MetricValue | null;
  /** From when on labels are complete, in milliseconds since the epoch; null where they are. */
  readonly matureAt: number | null;
  readonly verdict: PerformanceWord;
  readonly severity: Severity;
  readonly reason: PerformanceReason;
}
