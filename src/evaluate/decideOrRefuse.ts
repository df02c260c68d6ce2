import type { Decision } from '../query/decision';
import type { TestName } from '../query/testNames';
import type { Workload } from '../verdict/AssessmentContext';
import { decideWindow } from '../verdict/decideWindow';
import type { Comparison, FeatureVerdict } from '../verdict/Verdict';

export interface Refusable {
  /** Why the values are no independent draws, so that no p-value of theirs may decide. */
  readonly refusal?: string;
}

/**
 * The verdicts of a window, in the order given. What must be refused is measured all the same, but has no p-value, no
 * verdict and no share in the correction of the others.
 */
export function decideOrRefuse(
  comparisons: ReadonlyArray<Comparison & Refusable>,
  tests: 'auto' | readonly TestName[],
  decision: Decision,
  workload: Workload = {}
): FeatureVerdict[] {
  const refused = comparisons.filter(({ refusal }) => refusal !== undefined);
  if (refused.length === 0) {
    return decideWindow(comparisons, tests, decision, workload);
  }
  const judged = comparisons.filter(({ refusal }) => refusal === undefined);
  const verdicts = new Map<Comparison, FeatureVerdict>();
  decideWindow(judged, tests, decision, workload).forEach((verdict, i) => verdicts.set(judged[i], verdict));
  decideWindow(refused, tests, decision, workload).forEach((verdict, i) =>
    verdicts.set(refused[i], refuse(verdict, refused[i].refusal ?? ''))
  );
  return comparisons.flatMap((comparison) => verdicts.get(comparison) ?? []);
}

function refuse(verdict: FeatureVerdict, refusal: string): FeatureVerdict {
  const { baseline, current } = verdict.comparison;
  // An empty side is the nearer reason.
  if (baseline.counts.total === 0 || current.counts.total === 0) {
    return verdict;
  }
  return {
    ...verdict,
    tests: verdict.tests.map((test) => ({ ...test, pValue: null, pValueLow: null, pValueHigh: null, method: 'none' })),
    pAdjusted: null,
    effectExpected: null,
    smallestDetectable: null,
    verdict: 'undefined',
    severity: null,
    reason: { code: 'undefined', facts: { ...verdict.reason.facts, undefined_reason: refusal } },
    categories: undefined,
  };
}
