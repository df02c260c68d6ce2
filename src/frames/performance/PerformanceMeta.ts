import { describeDrop } from '../../verdict/performance/describeDrop';
import { describeBudget, nextStepOfBudget } from '../../verdict/performance/budget/describeBudget';
import { describeFairness, nextStepOfFairness } from '../../verdict/performance/fairness/describeFairness';
import { describeVersions, nextStepOfVersions } from '../../verdict/performance/describeVersions';
import type {
  FairnessCompared,
  PerformanceDetails,
  PerformanceResult,
  SegmentBudget,
  VersionsCompared,
} from '../../evaluate/Result';
import type { DropExplanation } from '../../verdict/performance/explainDrop';
import type { ResultMeta } from '../ResultMeta';

/** What `meta.custom` of a performance table holds beside what every frame has: what a panel draws that is no row. */
export interface PerformanceMeta extends ResultMeta {
  readonly kind: 'performance';
  /** Labels that came later count as not known, in milliseconds since the epoch. */
  readonly asOf: number;
  /** Of the newest window whose labels are complete, else of the newest, by segment. */
  readonly details: readonly PerformanceDetails[];
  /** Which segments the drop of the newest judged window comes from, by metric, and the same in words. */
  readonly explanations: ReadonlyArray<DropExplanation & { readonly reason: string }>;
  /** Whether labels contradict the scores, by segment. */
  readonly conceptDrift: PerformanceResult['conceptDrift'];
  /** Two versions side by side, with what was known after each day, in words as well. */
  readonly comparisons: ReadonlyArray<VersionsCompared & { readonly reason: string; readonly nextStep: string }>;
  /** Groups of people side by side, in words as well. */
  readonly fairness: ReadonlyArray<FairnessCompared & { readonly reason: string; readonly nextStep: string }>;
  /** Error budgets of objectives by segment, in words as well. */
  readonly budgets: ReadonlyArray<SegmentBudget & { readonly reason: string; readonly nextStep: string }>;
  /** Share of labels that had come by an age in milliseconds; null where that can't be told. */
  readonly delays: PerformanceResult['delays'];
}

export function performanceMeta(
  { asOf, details, explanations, conceptDrift, comparisons, fairness, budgets, delays }: PerformanceResult,
  meta: ResultMeta
): PerformanceMeta {
  return {
    ...meta,
    kind: 'performance',
    asOf,
    details,
    conceptDrift,
    comparisons: comparisons.map(withWords),
    fairness: fairness.map((one) => ({
      ...one,
      reason: describeFairness(one, one.field),
      nextStep: nextStepOfFairness(one),
    })),
    explanations: explanations.map((one) => ({ ...one, reason: describeDrop(one) })),
    budgets: budgets.map((one) => ({
      ...one,
      reason: describeBudget(one.budget),
      nextStep: nextStepOfBudget(one.budget),
    })),
    delays,
  };
}

function withWords(compared: VersionsCompared) {
  const names = { metric: compared.metric, old: compared.old, new: compared.new };
  return {
    ...compared,
    reason: describeVersions(compared.verdict, names),
    nextStep: nextStepOfVersions(compared.verdict, names),
  };
}
