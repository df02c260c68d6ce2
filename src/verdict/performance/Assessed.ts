import type { MetricValue } from '../../statistics/performance/MetricValue';
import type { DropTest } from './DropTest';
import type { PerformanceCase } from './PerformanceCase';
import type { IntervalOf } from './shownValue';

/** A case with everything measured, before p-values are adjusted. */
export interface Assessed {
  readonly case: PerformanceCase;
  readonly current: MetricValue;
  readonly intervalOf: IntervalOf;
  /** What is compared with: the baseline, or the level of past windows. */
  readonly baseline: MetricValue | null;
  readonly rows: number;
  readonly labelled: number;
  readonly baselineLabelled: number;
  /** Null where nothing can be tested. */
  readonly test: DropTest | null;
  readonly pValue: number | null;
  readonly days: number;
  readonly baselineDays: number;
  /** Past windows in which the metric is defined. */
  readonly past: number;
  /** Whether there are too few days on a side for their spread to tell it, so that past windows must. */
  readonly isShort: boolean;
  readonly threshold: number;
  /** Fewest rows in the metric's denominator. */
  readonly minimum: number;
  /** The estimate before labels is surely and much worse than the baseline. */
  readonly estimatedWorse: boolean;
}
