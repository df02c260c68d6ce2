import type { PerformanceMetric } from '../../query/performanceMetric';
import type { MetricRoles } from '../../statistics/performance/MetricRoles';
import type { MetricValue } from '../../statistics/performance/MetricValue';
import { placementsOf } from '../../statistics/performance/scores/placements';
import { scoresOf } from '../../statistics/performance/scores/scoresOf';
import { studentQuantile } from '../../statistics/special/studentQuantile';
import { type DropContext, dropBetween, measured, type Measured } from './dropOf';
import type { DropTest } from './DropTest';
import type { SideMeasures } from './SideMeasures';

const Z95 = 1.959963984540054;
const SHARES: readonly PerformanceMetric[] = ['accuracy', 'precision', 'recall', 'specificity'];
const RANKS: readonly PerformanceMetric[] = ['roc_auc', 'gini'];

/** Two sides of a metric, and the class it is about. */
export interface Compared {
  readonly metric: PerformanceMetric;
  readonly ofClass?: string;
  readonly baseline: SideMeasures;
  readonly current: SideMeasures;
}

/**
 * A drop tested as if each row were independent of all others: two proportions with their pooled variance, DeLong's variance of
 * AUC, otherwise Welch's t with the standard errors of the metric's own intervals. Null where it has none.
 */
export function rowTest(compared: Compared, roles: MetricRoles, context: DropContext): DropTest | null {
  const { metric, ofClass } = compared;
  const before = compared.baseline.comparable(metric, ofClass);
  const now = compared.current.comparable(metric, ofClass);
  if (SHARES.includes(metric)) {
    return twoProportions(metric, before, now, context);
  }
  if (RANKS.includes(metric)) {
    const [a, b] = [compared.baseline, compared.current].map((side) => deLong(metric, side, roles, ofClass));
    return a && b && dropBetween(metric, a, b, context, 'delong');
  }
  const [a, b] = [byInterval(before), byInterval(now)];
  return a && b && dropBetween(metric, a, b, context, 'welch');
}

function twoProportions(
  metric: PerformanceMetric,
  before: MetricValue,
  now: MetricValue,
  context: DropContext
): DropTest | null {
  const pooled = ((before.value ?? 0) * before.rows + (now.value ?? 0) * now.rows) / (before.rows + now.rows);
  const spread = pooled * (1 - pooled);
  const [a, b] = [before, now].map((value) => measured(value, Math.sqrt(spread / value.rows), Infinity));
  const test = dropBetween(metric, a, b, context, 'two_proportions');
  return test && { ...test, degrees: before.rows + now.rows - 2 };
}

function deLong(
  metric: PerformanceMetric,
  side: SideMeasures,
  roles: MetricRoles,
  ofClass: string | undefined
): Measured | null {
  const scores = scoresOf({ outcomes: side.outcomes, roles, ofClass, pointOnly: false });
  if (typeof scores === 'string') {
    return byInterval(side.comparable(metric, ofClass));
  }
  const { standardError } = placementsOf(scores, 0.5);
  const rows = scores.positive.rows + scores.negative.rows;
  const scale = metric === 'gini' ? 2 : 1;
  return Number.isFinite(standardError)
    ? measured(side.comparable(metric, ofClass), scale * standardError, rows - 2)
    : null;
}

/** From the half of an interval around its bounds. */
export function byInterval(value: MetricValue): Measured | null {
  const { low, high, boundLow, boundHigh, rows } = value;
  if (low === null || high === null || boundLow === null || boundHigh === null || rows < 2) {
    return null;
  }
  const half = (high - low - (boundHigh - boundLow)) / 2;
  return measured(value, half / Math.max(Z95, studentQuantile(0.05, rows - 1)), rows - 1);
}
