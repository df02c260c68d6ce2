import type { Outcomes } from '../../outcomes/Outcomes';
import type { PerformanceMetric } from '../../query/performanceMetric';
import type { MetricValue } from '../../statistics/performance/MetricValue';

/** Outcomes of a stretch of time by days, or of a file without times by stretches of rows. */
export interface PerformanceSide {
  readonly blocks: ReadonlyArray<{ readonly block: number; readonly outcomes: Outcomes }>;
}

/** One metric in one segment and window, ready to be judged. Cases with the same sides share the objects: they are measured once. */
export interface PerformanceCase {
  readonly metric: PerformanceMetric;
  readonly ofClass?: string;
  readonly segment: Readonly<Record<string, string>>;
  readonly current: PerformanceSide;
  readonly baseline: PerformanceSide | null;
  /** Past windows of the same length, newest last, for windows shorter than fourteen days. */
  readonly past: readonly PerformanceSide[];
  /** From when on labels are complete, in milliseconds since the epoch; null where they are. */
  readonly matureAt: number | null;
  readonly estimated: MetricValue | null;
  readonly objective: number | null;
  /** What accuracy lies between, whatever the labels say that are still to come; of other metrics absent. */
  readonly ifMissing?: readonly [low: number, high: number] | null;
  /** Whether it may decide; others are shown. */
  readonly gates: boolean;
}
