import type { TestName } from '../query/testNames';
import type { Assessment } from './Assessment';
import type { AssessmentContext } from './AssessmentContext';
import { certainP, missingRateCandidate, runner, valueCandidate } from './candidates';
import type { Comparison } from './Verdict';

/** Tests named by the query: the first that has a p-value decides, with the effect of the feature's type; the rest inform. */
export function assessListed(
  comparison: Comparison,
  names: readonly TestName[],
  context: AssessmentContext
): Assessment {
  const run = runner(comparison, context);
  const tests = [...new Set(names)].map(run.test);
  const deciding = tests.find((result) => certainP(result) !== null) ?? tests[0];
  const candidate =
    deciding.test === 'missing_rate'
      ? missingRateCandidate(comparison, run, context, 1)
      : valueCandidate(comparison, deciding, run, context, 1);
  return { comparison, tests, candidates: [candidate] };
}
