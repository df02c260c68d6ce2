import type { Decision } from '../query/decision';
import type { TestOptions } from '../statistics/TestResult';

/** What the assessment of each comparison of a window shares. */
export interface AssessmentContext {
  readonly decision: Decision;
  /** Comparisons in the window: they share alpha. */
  readonly comparisons: number;
  readonly testOptions: TestOptions;
}

/** Permutations are at least four times (comparisons)/alpha, so that the smallest possible p passes any correction. */
export function assessmentContext(decision: Decision, comparisons: number): AssessmentContext {
  const permutations = Math.max(1000, Math.ceil((4 * comparisons) / decision.alpha));
  return {
    decision,
    comparisons,
    testOptions: { seed: decision.seed, permutations, ...(comparisons === 1 ? { exactKs: true } : {}) },
  };
}
