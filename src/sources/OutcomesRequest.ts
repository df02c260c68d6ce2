import type { Outcomes } from '../outcomes/Outcomes';
import type { Selection } from '../query/selection';
import type { TimeRange } from '../query/time';
import type { Notice } from './Notice';
import type { PlanDescription, RequestOptions } from './Source';

/** Which columns hold the prediction and the truth. */
export interface OutcomeRoles {
  /** Whether labels are classes or numbers. */
  readonly task: 'classification' | 'regression';
  /** Column of the predicted class or number; without it only the scores are counted. */
  readonly prediction?: string;
  /** Columns with the probability of a class. */
  readonly scores: readonly string[];
  readonly label: LabelPlace;
  readonly forecast?: ForecastRoles;
  readonly lists?: ListRoles;
  /** Prometheus: the metrics that count them. */
  readonly series?: OutcomeSeries;
  /** Numbers at which a score is cut into classes: never inside a bucket. */
  readonly cuts: readonly number[];
}

/** What more is asked of forecasts; what a place can't tell it leaves out. */
export interface ForecastRoles {
  /** Column with the time that is predicted; without it that of the prediction. */
  readonly targetField?: string;
  /** Horizons are told in these steps, as the segment `HORIZON`, which `segmentBy` doesn't name. */
  readonly step?: string;
  /** Milliseconds; where the error is to be scaled by the change within a season. */
  readonly season?: number;
  readonly series: readonly string[];
  /** Columns of predicted quantiles in ascending order of their levels, and which of them are the ends of the interval. */
  readonly quantiles: readonly string[];
  readonly interval: { readonly lower: string; readonly upper: string } | null;
  readonly naive?: 'last' | 'seasonal' | { readonly field: string };
  /** How often each size of an error occurred is to be told. */
  readonly sizes: boolean;
}

/** Rows that were shown together, and which of them were taken. */
export interface ListRoles {
  readonly field: string;
  /** Column with the place in the list; without it the score tells, highest first. */
  readonly rank?: string;
  /** The class of what was taken, as text; null: one of the usual words for it. */
  readonly positive: string | null;
  readonly ks: readonly number[];
}

/** Where the truth is found, and when it was known. */
export interface LabelPlace {
  readonly field: string;
  /** When the label was known; without it a label counts as known from the start. */
  readonly timeField?: string;
  /** File or index with the labels, where they are not in the row of the prediction. */
  readonly path?: string;
  readonly index?: string;
  /** Column that both sides share. */
  readonly key?: string;
}

/** Metrics of Prometheus that count what became of predictions, when their labels came. */
export interface OutcomeSeries {
  /** Counter with the predicted and the actual class as labels. */
  readonly outcomes?: string;
  /** Histogram of the score with the actual class as a label. */
  readonly scores?: string;
  /** Histogram or summary of |p − y| and of (p − y)², whose sums are read. */
  readonly absoluteError?: string;
  readonly squaredError?: string;
  /** The same of each row's pinball loss, and of 1 where the actual value lay in its predicted interval, else 0. */
  readonly pinballLoss?: string;
  readonly insideInterval?: string;
}

export interface OutcomesRequest {
  readonly selection: Selection;
  readonly roles: OutcomeRoles;
  /** Of prediction time; null stands for everything, whatever its time. */
  readonly windows: ReadonlyArray<TimeRange | null>;
  readonly segmentBy: readonly string[];
  /** Labels that came after this are not known yet, in milliseconds since the epoch; null: all are known. */
  readonly asOf: number | null;
  /** IANA zone in which days begin: each day of a window is one block. Without a time field, stretches of rows are. */
  readonly timezone: string;
  /** By column: edges of the buckets of a place that can't tell single scores. */
  readonly edges?: ReadonlyMap<string, Float64Array>;
}

/** Of one block: a day, or a stretch of rows. Combinations without a single row have no cell. */
export interface OutcomesCell {
  readonly window: number;
  readonly segment: Readonly<Record<string, string>>;
  /** Start of the day in milliseconds since the epoch, or the number of the stretch. */
  readonly block: number;
  readonly outcomes: Outcomes;
}

/** What is odd about the rows or their labels, in numbers; evaluation makes sentences of them. */
export interface LabelFindings {
  /** Rows whose key occurs more than once among predictions; the latest counts. */
  readonly repeatedKeys?: number;
  /** Labels that were given more than once for a key with another value; the latest counts. */
  readonly revised?: number;
  /** Labels whose key no prediction has. */
  readonly withoutPrediction?: number;
  /** Labels with a time before the prediction's. */
  readonly beforePrediction?: number;
  /** Scores outside [0, 1], which are left out, and one of them. */
  readonly outside?: { readonly column: string; readonly rows: number; readonly example: number };
  /** Rows with a prediction or label that can't be read as a number, which are left out, and one of them. */
  readonly mistyped?: { readonly column: string; readonly rows: number; readonly example: string };
  /** Rows without a prediction or without a score, which are left out. */
  readonly missing?: ReadonlyMap<string, number>;
  /** Rows whose predicted quantiles are not in their order, which are left out of their metrics. */
  readonly crossed?: number;
  /** Rows whose predicted time lies before the prediction. */
  readonly pastTarget?: number;
  /** Times of a series for which several values are known, which no naive forecast uses. */
  readonly ambiguous?: number;
  /** Rows without the list that they belong to, or without a rank, which are left out of lists. */
  readonly unlisted?: number;
}

export interface OutcomesSet {
  readonly cells: readonly OutcomesCell[];
  readonly findings: LabelFindings;
  readonly notices: readonly Notice[];
  readonly warned?: boolean;
  /** Windows that are not what they seem: nothing may be concluded from them. Of all segments, where none is named. */
  readonly undecided?: ReadonlyArray<{
    readonly window: number;
    readonly segment?: Readonly<Record<string, string>>;
    readonly reason: string;
  }>;
}

export interface OutcomesPlan {
  /** What will be asked of the store, for the editor's preview. */
  readonly description: PlanDescription;
  execute(options: RequestOptions): Promise<OutcomesSet>;
}
