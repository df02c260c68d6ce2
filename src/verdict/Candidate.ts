import type { TestResult } from '../statistics/TestResult';
import type { Effect } from './effect/Effect';
import type { CategoryFinding } from './Verdict';

/** A gating test of one comparison, on its way to the verdict. */
export interface Candidate {
  readonly result: TestResult;
  /** The p-value that gates: certain where the statistic has bounds, and multiplied where the test looked more than once. */
  readonly gatingP: number | null;
  readonly effect: Effect;
  /** Whether both sides have the minimum sample that this test needs: values, or rows for the missing rate. */
  readonly enough: boolean;
  /** In units of the effect, at the level that a lone drift would be tested at. */
  readonly smallestDetectable: number | null;
  /** The category that the candidate speaks of. */
  readonly category?: CategoryFinding;
}
