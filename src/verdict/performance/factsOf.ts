import type { PerformanceDecision } from '../../query/performanceQuery';
import type { Assessed } from './Assessed';
import { FEWEST_DAYS } from './dayTest';
import type { ShownDrop } from './DropTest';
import { FEWEST_PAST } from './pastTest';
import type { PerformanceReason } from './PerformanceVerdict';

/** What the sentence names, and what a table may show beside it. */
export function factsOf(
  assessed: Assessed,
  drop: ShownDrop | null,
  { alpha, significance }: PerformanceDecision
): PerformanceReason['facts'] {
  const { case: one, current, baseline, rows, labelled } = assessed;
  const [low, high] = one.ifMissing ?? [null, null];
  return {
    rows,
    labelled,
    share_labelled: rows > 0 ? labelled / rows : null,
    n_current: current.rows,
    n_baseline: baseline?.rows ?? null,
    minimum_sample: assessed.minimum,
    days: assessed.days,
    days_baseline: assessed.baselineDays,
    days_required: FEWEST_DAYS,
    past: assessed.past,
    past_required: FEWEST_PAST,
    detectable: drop && drop.detectable,
    hidden: assessed.test && assessed.test.toDrop(assessed.test.most),
    interval_of: assessed.intervalOf,
    significance,
    alpha,
    mature_at: one.matureAt,
    if_missing_low: low,
    if_missing_high: high,
    estimated: one.estimated?.value ?? null,
    estimated_worse: assessed.estimatedWorse ? 1 : 0,
    undefined_reason: current.undefined ?? baseline?.undefined ?? null,
  };
}
