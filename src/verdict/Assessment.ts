import type { TestResult } from '../statistics/TestResult';
import type { Candidate } from './Candidate';
import type { CategoryFinding, Comparison } from './Verdict';

/** All that one comparison says on its own, before the window's p-values are adjusted together. */
export interface Assessment {
  readonly comparison: Comparison;
  readonly tests: readonly TestResult[];
  /** Never empty; the test of the values comes first. */
  readonly candidates: readonly Candidate[];
  readonly categories?: readonly CategoryFinding[];
}
