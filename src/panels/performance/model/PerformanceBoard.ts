import type { PerformanceMeta } from '../../../frames/performance/PerformanceMeta';
import type { PerformanceRow } from '../../../frames/performance/PerformanceRow';
import type { RowOrigin } from '../../shared/dataLinks';

/** Confusion counts and reliability of one window. */
export type WindowDetails = PerformanceMeta['details'][number];
/** Two versions side by side. */
export type VersionsCompared = PerformanceMeta['comparisons'][number];
/** One measure of one group against another. */
export type FairnessCompared = PerformanceMeta['fairness'][number];
export type SegmentBudget = PerformanceMeta['budgets'][number];
/** When labels arrive. */
export type LabelDelays = NonNullable<PerformanceMeta['delays']>;

/** A window of a track. */
export interface Point {
  readonly row: PerformanceRow;
  readonly origin: RowOrigin;
  /** Milliseconds since the epoch; null where the data has no time. */
  readonly start: number | null;
  readonly end: number | null;
  /** Where it lies on the board's axis, from 0 to 1. */
  readonly left: number;
  readonly right: number;
}

/** A metric in a segment, over time. */
export interface Track {
  readonly key: string;
  readonly metric: string;
  /** `Recall (fraud)` */
  readonly name: string;
  /** Segment, and the query where there are several; empty where there is nothing to tell apart. */
  readonly where: string;
  readonly query: string;
  readonly segment: Readonly<Record<string, string>>;
  /** By time; never empty. */
  readonly points: readonly Point[];
  /** The newest window that is judged; where none is, the newest. */
  readonly newest: Point;
  /** Start of the first window of the run of worse ones that ends with `newest`; null where it isn't worse. */
  readonly since: number | null;
  /** Windows after `newest` whose labels are still to come. */
  readonly pending: number;
  /** Whether it may raise an alarm. */
  readonly isDeciding: boolean;
}

/** What is drawn of one segment of a query. */
export interface SegmentDetails extends WindowDetails {
  readonly query: string;
}

export interface PerformanceBoard {
  /** What matters most first; never empty. */
  readonly tracks: readonly Track[];
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
  readonly details: readonly SegmentDetails[];
  readonly comparisons: ReadonlyArray<VersionsCompared & { readonly query: string }>;
  readonly fairness: ReadonlyArray<FairnessCompared & { readonly query: string }>;
  readonly budgets: ReadonlyArray<SegmentBudget & { readonly query: string }>;
  readonly delays: ReadonlyArray<LabelDelays & { readonly query: string }>;
  /** Which segments the drop of a metric comes from, in a sentence. */
  readonly explanations: ReadonlyArray<{ readonly query: string; readonly metric: string; readonly reason: string }>;
  /** What is said beside the metrics: where labels contradict the scores, and which groups are treated differently. */
  readonly notes: readonly string[];
  /** Descriptions of the baselines, each once. */
  readonly baselines: readonly string[];
  /** Labels that came later count as not known; null where the data doesn't say. */
  readonly asOf: number | null;
}
