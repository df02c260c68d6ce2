import type { Decision } from '../query/decision';
import type { TestName } from '../query/testNames';
import type { Workload } from '../verdict/AssessmentContext';
import { decideWindow } from '../verdict/decideWindow';
import type { Comparison, FeatureVerdict } from '../verdict/Verdict';

export interface Refusable {
  /** Why the values are no independent draws, so that no p-value of theirs may decide. */
  readonly refusal?: string;
  /** Why a side is not what it seems: a nearer reason than one that it is empty. */
  readonly undecided?: string;
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
  const refused = comparisons.filter(isRefused);
  if (refused.length === 0) {
    return decideWindow(comparisons, tests, decision, workload);
  }
  const judged = comparisons.filter((one) => !isRefused(one));
  const verdicts = new Map<Comparison, FeatureVerdict>();
  decideWindow(judged, tests, decision, workload).forEach((verdict, i) => verdicts.set(judged[i], verdict));
  decideWindow(refused, tests, decision, workload).forEach((verdict, i) =>
    verdicts.set(refused[i], refuse(verdict, refused[i]))
  );
  return comparisons.flatMap((comparison) => verdicts.get(comparison) ?? []);
}

function isRefused({ refusal, undecided }: Refusable): boolean {
  return refusal !== undefined || undecided !== undefined;
}

function refuse(verdict: FeatureVerdict, { refusal = '', undecided }: Refusable): FeatureVerdict {
  const { baseline, current } = verdict.comparison;
  // An empty side is the nearer reason.
  if (undecided === undefined && (baseline.counts.total === 0 || current.counts.total === 0)) {
    return verdict;
  }
  return withoutVerdict(verdict, undecided ?? refusal);
}

/** What was measured, without a p-value and a verdict. */
export function withoutVerdict<Verdict extends FeatureVerdict>(verdict: Verdict, reason: string): Verdict {
  return {
    ...verdict,
    tests: verdict.tests.map((test) => ({ ...test, pValue: null, pValueLow: null, pValueHigh: null, method: 'none' })),
    pAdjusted: null,
    effectExpected: null,
    smallestDetectable: null,
    verdict: 'undefined',
    severity: null,
    reason: { code: 'undefined', facts: { ...verdict.reason.facts, undefined_reason: reason } },
    categories: undefined,
  };
}
