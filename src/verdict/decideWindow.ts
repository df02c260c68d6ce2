import type { Decision } from '../query/decision';
import type { TestName } from '../query/testNames';
import { adjust } from '../statistics/corrections/adjust';
import { asRounded } from './asRounded';
import { assess } from './assess';
import type { Assessment } from './Assessment';
import { assessmentContext, type AssessmentContext, withExactKs, type Workload } from './AssessmentContext';
import { conclude } from './conclude';
import { featureP, pWithinFeature } from './gatingP';
import type { Comparison, FeatureVerdict } from './Verdict';

/**
 * One verdict for each comparison of a window: all its features and segments, whose gating p-values are adjusted together
 * and never with those of another window, so that zooming does not change an old verdict. Same order as given.
 * Policy: docs/statistics.md, "Decision policy".
 */
export function decideWindow(
  comparisons: readonly Comparison[],
  tests: 'auto' | readonly TestName[],
  decision: Decision,
  workload: Workload = {}
): FeatureVerdict[] {
  const context = assessmentContext(decision, comparisons.length, workload);
  const screened = comparisons.map((comparison) => assess(asRounded(comparison), tests, context));
  const assessments = workload.isProvisional ? screened : withExactP(screened, tests, context);
  const gating = assessments.map(featureP);
  const adjusted = adjust(gating, decision.correction);
  return assessments.map((assessment, i) => {
    const judged = assessment.candidates.map((candidate) => {
      const within = pWithinFeature(candidate, assessment);
      // A test that is not the feature's smallest stands where it would stand if it were.
      const pAdjusted = within === gating[i] ? adjusted[i] : adjust(gating.with(i, within), decision.correction)[i];
      return { candidate, pAdjusted };
    });
    return { ...conclude(assessment, judged, decision), comparison: comparisons[i] };
  });
}

/**
 * Exact KS p-values for the comparisons that the limit leaves in doubt: an effect that would count, and an adjusted p
 * within a factor of IN_DOUBT of alpha. The others are not worth the time.
 */
function withExactP(
  screened: Assessment[],
  tests: 'auto' | readonly TestName[],
  context: AssessmentContext
): Assessment[] {
  const { alpha, correction } = context.decision;
  const adjusted = adjust(screened.map(featureP), correction);
  const exact = withExactKs(context);
  return screened.map((assessment, i) => {
    const p = adjusted[i];
    const doubtful = p !== null && p > alpha / IN_DOUBT && p < alpha * IN_DOUBT;
    const byLimit = assessment.candidates.some(({ result, effect }) => result.method === LIMIT && effect.notable);
    return doubtful && byLimit ? assess(assessment.comparison, tests, exact) : assessment;
  });
}

const IN_DOUBT = 5;
const LIMIT = 'kolmogorov limit';
