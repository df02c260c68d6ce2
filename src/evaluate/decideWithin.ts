import type { Extremes } from '../distribution/between/closestAndFarthest';
import type { Decision } from '../query/decision';
import type { TestName } from '../query/testNames';
import type { Workload } from '../verdict/AssessmentContext';
import { number } from '../verdict/figures';
import type { Comparison, FeatureVerdict } from '../verdict/Verdict';
import { decideOrRefuse, type Refusable, withoutVerdict } from './decideOrRefuse';

export interface Limited extends Refusable {
  /** How close and how far apart the sides may be; null where no bound is left at which both are known. */
  readonly extremes?: Extremes | null;
}

type Case = Comparison & Limited;
type Pick = (extremes: Extremes) => readonly [Comparison['baseline'], Comparison['current']];

const NO_SHARED_BOUND =
  "Not all series have the same buckets, and no bound is shared by both sides: how the values lie can't be told.";
const LEAST = 'At some bounds the shares are known only within limits: this is the smallest change there can be.';
const MOST = 'At some bounds the shares are known only within limits: this is the largest change there can be.';

/**
 * The verdicts of a window, in the order given. Where a side is known within limits alone, both as close and as far apart
 * as they let the sides be are judged: a verdict that hangs on what is not known is none.
 */
export function decideWithin(
  comparisons: readonly Case[],
  tests: 'auto' | readonly TestName[],
  decision: Decision,
  workload: Workload = {}
): FeatureVerdict[] {
  if (comparisons.every(({ extremes }) => extremes === undefined)) {
    return decideOrRefuse(comparisons, tests, decision, workload);
  }
  const judge = (pick: Pick) =>
    decideOrRefuse(
      comparisons.map((one) => as(one, pick)),
      tests,
      decision,
      workload
    );
  const closest = judge(({ closest: pair }) => pair);
  const farthest = [judge(({ farthest: [one] }) => one), judge(({ farthest: [, other] }) => other)];
  return comparisons.map((comparison, i) => {
    const { extremes, undecided, refusal } = comparison;
    const verdict = closest[i];
    if (extremes === undefined || undecided !== undefined || refusal !== undefined) {
      return verdict;
    }
    const own =
      extremes === null
        ? withoutVerdict(verdict, NO_SHARED_BOUND)
        : either(
            verdict,
            farthest.map((all) => all[i])
          );
    return { ...own, comparison };
  });
}

function as(comparison: Case, pick: Pick): Case {
  if (!comparison.extremes) {
    return comparison;
  }
  const [baseline, current] = pick(comparison.extremes);
  return { ...comparison, baseline, current };
}

/** What holds however close or far apart the sides are. */
function either(closest: FeatureVerdict, farthest: readonly FeatureVerdict[]): FeatureVerdict {
  const worst = farthest.reduce((a, b) => (isWorse(b, a) ? b : a));
  if (closest.severity === null || worst.severity === null) {
    return closest.severity === null ? closest : worst;
  }
  if (closest.severity > 0) {
    return remarked(closest, LEAST);
  }
  return worst.severity === 0 ? remarked(worst, MOST) : withoutVerdict(closest, hangsOn(closest, worst));
}

function isWorse(a: FeatureVerdict, b: FeatureVerdict): boolean {
  const [first, second] = [a.severity ?? -1, b.severity ?? -1];
  return first > second || (first === second && distanceOf(a) > distanceOf(b));
}

function hangsOn(closest: FeatureVerdict, worst: FeatureVerdict): string {
  return `Not all series have the same buckets, so that the shares at some bounds are known only within limits: the KS distance is ${number(distanceOf(closest))} to ${number(distanceOf(worst))}, and whether that is drift hangs on it.`;
}

function distanceOf({ tests }: FeatureVerdict): number {
  return tests.find(({ test }) => test === 'ks')?.statistic ?? 0;
}

function remarked(verdict: FeatureVerdict, remark: string): FeatureVerdict {
  return { ...verdict, reason: { ...verdict.reason, facts: { ...verdict.reason.facts, remark } } };
}
