import { isSigned } from '../../query/performanceMetric';
import type { PerformanceDecision } from '../../query/performanceQuery';
import type { Severity } from '../Verdict';
import type { Assessed } from './Assessed';
import { certain, type DropTest, pValueAt, type ShownDrop, shownDrop } from './DropTest';
import { factsOf } from './factsOf';
import { meetsObjective } from './meetsObjective';
import type { PerformanceReason, PerformanceVerdict, PerformanceWord } from './PerformanceVerdict';

type Code = PerformanceReason['code'];
type Conclusion = readonly [word: PerformanceWord, code: Code];

const SEVERITY: Readonly<Record<PerformanceWord, Severity>> = {
  worse: 2,
  warning: 1,
  not_worse: 0,
  labels_pending: null,
  insufficient_data: null,
  inconclusive: null,
  undefined: null,
};

/** The verdict on one case, with its p after the correction over the window's `tests` gating ones. */
export function concludePerformance(
  assessed: Assessed,
  pAdjusted: number | null,
  decision: PerformanceDecision,
  tests: number
): PerformanceVerdict {
  const { case: one, test } = assessed;
  const drop = test && shownDrop(test, decision.alpha / tests);
  const judged = conclusion(assessed, drop, pAdjusted, decision);
  const [verdict, code] = withEstimate(assessed, judged);
  return {
    metric: one.metric,
    ...(one.ofClass === undefined ? {} : { ofClass: one.ofClass }),
    segment: one.segment,
    current: assessed.current,
    baseline: assessed.baseline,
    drop: drop && drop.drop,
    dropLow: drop && drop.low,
    dropHigh: drop && drop.high,
    dropExpected: drop && drop.expected,
    threshold: assessed.threshold,
    test: test && test.test,
    pValue: assessed.pValue,
    pAdjusted,
    gates: one.gates,
    objective: one.objective,
    rows: assessed.rows,
    labelled: assessed.labelled,
    estimated: one.estimated,
    matureAt: one.matureAt,
    verdict,
    severity: one.gates || code === 'objective_missed' ? SEVERITY[verdict] : null,
    reason: { code, facts: factsOf(assessed, drop, decision) },
  };
}

/** Where there are too few labels to decide, an estimate that is much worse warns. */
function withEstimate({ estimatedWorse, labelled, rows }: Assessed, judged: Conclusion): Conclusion {
  const [word, code] = judged;
  const isShort = word !== 'labels_pending' && (code === 'minimum_sample' || labelled === 0) && labelled < rows;
  return estimatedWorse && isShort ? ['warning', 'estimated_worse'] : judged;
}

function conclusion(
  assessed: Assessed,
  drop: ShownDrop | null,
  pAdjusted: number | null,
  decision: PerformanceDecision
): Conclusion {
  const { case: one, current, minimum } = assessed;
  if (one.matureAt !== null) {
    return ['labels_pending', 'labels_pending'];
  }
  if (current.value === null) {
    return ['undefined', 'undefined'];
  }
  if (current.rows < minimum) {
    return ['insufficient_data', 'minimum_sample'];
  }
  const objective = one.objective === null ? null : meetsObjective(one.metric, current, one.objective);
  if (objective === 'missed') {
    return ['worse', 'objective_missed'];
  }
  return withoutComparison(assessed, objective) ?? compared(assessed, drop, pAdjusted, decision);
}

/** Where there is nothing to compare with; null where there is. */
function withoutComparison(
  { case: one, baseline, baselineLabelled, test, minimum, isShort }: Assessed,
  objective: ReturnType<typeof meetsObjective>
): Conclusion | null {
  if (baseline === null) {
    if (objective === 'met') {
      return ['not_worse', 'objective_met'];
    }
    return one.objective === null ? ['undefined', 'no_baseline'] : ['insufficient_data', 'objective_open'];
  }
  if (baselineLabelled === 0) {
    return ['insufficient_data', 'baseline_empty'];
  }
  if (baseline.value === null) {
    return ['undefined', 'undefined'];
  }
  if (baseline.rows < minimum) {
    return ['insufficient_data', 'minimum_sample'];
  }
  if (test !== null) {
    return null;
  }
  // A growth has no size where nothing was lost before, nor a bias where the errors didn't vary.
  const hasUnit = baseline.value !== 0 && !isSigned(one.metric);
  return isShort
    ? ['insufficient_data', 'few_past']
    : hasUnit
      ? ['insufficient_data', 'few_days']
      : ['undefined', 'undefined'];
}

function compared(
  { test, threshold }: Assessed,
  drop: ShownDrop | null,
  pAdjusted: number | null,
  { alpha }: PerformanceDecision
): Conclusion {
  if (test === null || drop === null || pAdjusted === null) {
    return ['insufficient_data', 'few_days'];
  }
  const sure = certain(test);
  if (pAdjusted <= alpha && sure > 0) {
    const above = test.toDrop(sure) - drop.expected;
    if (above >= threshold) {
      return ['worse', 'worse'];
    }
    return couldHide(test, drop, threshold, alpha)
      ? ['inconclusive', 'hidden_by_buckets']
      : [above >= threshold / 2 ? 'warning' : 'not_worse', 'small'];
  }
  if (couldHide(test, drop, threshold, alpha)) {
    return ['inconclusive', 'hidden_by_buckets'];
  }
  if (pAdjusted <= alpha && sure < 0) {
    return ['not_worse', 'better'];
  }
  // A drop of the threshold would have been found, or is not among those that fit.
  return drop.detectable <= threshold || drop.high < threshold
    ? ['not_worse', 'not_significant']
    : ['insufficient_data', 'not_detectable'];
}

/** Whether buckets could hold a drop that is sure and large. */
function couldHide(test: DropTest, drop: ShownDrop, threshold: number, alpha: number): boolean {
  const { least, most } = test;
  return most > least && most > 0 && test.toDrop(most) - drop.expected >= threshold && pValueAt(most, test) <= alpha;
}
