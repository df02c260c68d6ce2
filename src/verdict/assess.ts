import type { TestName } from '../query/testNames';
import { assessAuto } from './assessAuto';
import { assessListed } from './assessListed';
import type { Assessment } from './Assessment';
import type { AssessmentContext } from './AssessmentContext';
import type { Comparison } from './Verdict';

/** Computes the tests of a comparison and the candidates that may decide it. */
export function assess(
  comparison: Comparison,
  tests: 'auto' | readonly TestName[],
  context: AssessmentContext
): Assessment {
  return tests === 'auto' ? assessAuto(comparison, context) : assessListed(comparison, tests, context);
}
