import type { TestResult } from '../statistics/TestResult';
import type { Effect } from './effect/Effect';
import type { JudgedValue } from './effect/valueFindings';
import type { CategoryFinding } from './Verdict';

/** A gating test of one comparison, on its way to the verdict. */
export interface Candidate {
  readonly result: TestResult;
  /** The p-value that gates: certain where the statistic has bounds, and multiplied where the test looked more than once. */
  readonly gatingP: number | null;
  readonly effect: Effect;
  /** Whether both sides have the minimum sample that this test needs: values, or rows for the missing rate. */
  readonly enough: boolean;
  /** In units of the effect, at the level that a lone drift would be tested at; null of a single value or category, whose ratio depends on its share. */
  readonly smallestDetectable: number | null;
  /** A mean distance, in standard deviations, that few far values make and no rank test finds significant. */
  readonly farShift?: number;
  /** The same candidate by its KS distance, where that is not the effect shown. */
  readonly byDistance?: Pick<Candidate, 'effect' | 'smallestDetectable'>;
  /** The category that the candidate speaks of. */
  readonly category?: CategoryFinding;
  /** The number that the candidate speaks of. */
  readonly value?: JudgedValue;
}
