import type { PerformanceDecision } from '../../query/performanceQuery';
import type { PerformanceMetric } from '../../query/performanceMetric';
import type { MetricRoles } from '../../statistics/performance/MetricRoles';
import type { MetricValue } from '../../statistics/performance/MetricValue';
import type { Assessed } from './Assessed';
import { dayTest, FEWEST_DAYS } from './dayTest';
import { type DropContext, dropBetween, thresholdOf } from './dropOf';
import { type DropTest, pValueOf, shownDrop } from './DropTest';
import { pastLevel, type PastLevel, pastTest, pastValue } from './pastTest';
import type { PerformanceCase, PerformanceSide } from './PerformanceCase';
import { byInterval, rowTest } from './rowTest';
import { shownValue } from './shownValue';
import { SideMeasures } from './SideMeasures';

/** Rank metrics are misjudged below so many rows of the rarer class, whatever the interval says. */
const FEWEST_OF_CLASS = 30;
const OF_RANKS: readonly PerformanceMetric[] = ['roc_auc', 'gini', 'average_precision', 'ks'];

/** Measures all cases of a window; sides that several share are merged once. */
export function assessCases(
  cases: readonly PerformanceCase[],
  roles: MetricRoles,
  decision: PerformanceDecision,
  sides: Map<PerformanceSide, SideMeasures>
): Assessed[] {
  const of = (side: PerformanceSide) => {
    const known = sides.get(side) ?? new SideMeasures(side, roles);
    sides.set(side, known);
    return known;
  };
  return cases.map((one) => assess(one, of, roles, decision));
}

interface Sides {
  readonly one: PerformanceCase;
  readonly current: SideMeasures;
  readonly baseline: SideMeasures | null;
  /** Past windows, where they are compared with: the window is too short for its own days to tell their spread. */
  readonly past: readonly SideMeasures[] | null;
  readonly isByBlocks: boolean;
}

function assess(
  one: PerformanceCase,
  of: (side: PerformanceSide) => SideMeasures,
  roles: MetricRoles,
  decision: PerformanceDecision
): Assessed {
  const { metric, ofClass } = one;
  const sides = sidesOf(one, of, decision);
  const { current, baseline, past } = sides;
  const now = current.comparable(metric, ofClass);
  const pastValues = (past ?? []).map((side) => side.comparable(metric, ofClass));
  const level = pastLevel(metric, now, pastValues);
  const shown = sides.isByBlocks
    ? shownValue(current, metric, ofClass, level)
    : { value: current.value(metric, ofClass), intervalOf: 'rows' as const };
  const before = comparedWith(sides);
  const context = contextOf(sides);
  const isDefined = shown.value.value !== null && typeof before?.value === 'number';
  const test = isDefined ? testOf(sides, roles, level, context) : null;
  return {
    case: one,
    current: shown.value,
    intervalOf: shown.intervalOf,
    baseline: before,
    rows: current.outcomes.rows,
    labelled: current.outcomes.labelled,
    baselineLabelled: labelledBefore(sides),
    test,
    pValue: test && pValueOf(test),
    days: current.days,
    baselineDays: baseline?.days ?? 0,
    past: pastValues.filter(({ value }) => value !== null).length,
    isShort: past !== null,
    threshold: thresholdOf(metric, decision),
    minimum: Math.max(OF_RANKS.includes(metric) ? FEWEST_OF_CLASS : 0, decision.minimumSample),
    estimatedWorse: isEstimatedWorse(one, before, context, decision),
  };
}

function sidesOf(
  one: PerformanceCase,
  of: (side: PerformanceSide) => SideMeasures,
  { significance }: PerformanceDecision
): Sides {
  const current = of(one.current);
  const baseline = one.baseline === null ? null : of(one.baseline);
  const isByBlocks = significance === 'blocks';
  const isShort = Math.min(current.days, baseline?.days ?? current.days) < FEWEST_DAYS;
  return { one, current, baseline, past: isByBlocks && isShort ? one.past.map(of) : null, isByBlocks };
}

function contextOf({ one: { metric, ofClass }, current, baseline, past }: Sides): DropContext {
  return {
    // A difference of shares is counted in itself.
    errorDeviation: metric === 'prediction_bias' ? 1 : ((baseline ?? past?.at(-1))?.errorDeviation() ?? null),
    rows: {
      baseline: baseline?.value(metric, ofClass).rows ?? 0,
      current: current.value(metric, ofClass).rows,
    },
  };
}

function labelledBefore({ baseline, past }: Sides): number {
  const before = baseline ? [baseline] : (past ?? []);
  return before.reduce((sum, side) => sum + side.outcomes.labelled, 0);
}

/** The level of past windows where there are enough, else the baseline. */
function comparedWith({ one: { metric, ofClass }, current, baseline, past, isByBlocks }: Sides): MetricValue | null {
  const values = (past ?? []).map((side) => side.value(metric, ofClass));
  const level = pastLevel(metric, current.value(metric, ofClass), values);
  if (level !== null) {
    return pastValue(metric, level, values);
  }
  return isByBlocks && baseline
    ? shownValue(baseline, metric, ofClass, null).value
    : (baseline?.value(metric, ofClass) ?? null);
}

function testOf(
  { one: { metric, ofClass }, current, baseline, past, isByBlocks }: Sides,
  roles: MetricRoles,
  level: PastLevel | null,
  context: DropContext
): DropTest | null {
  if (past !== null) {
    return level && pastTest(metric, current.comparable(metric, ofClass), level, context.errorDeviation);
  }
  const compared = baseline && { metric, ofClass, baseline, current };
  const byRows = isByBlocks || !compared ? null : rowTest(compared, roles, context);
  return byRows ?? (compared && dayTest(compared, context));
}

/**
 * Whether the estimate is worse than what is compared with, by more than chance and by the threshold. Its own interval knows rows
 * alone: that it varies no less than the baseline does, whose interval is one of days where it can be, is taken on top.
 */
function isEstimatedWorse(
  { metric, estimated }: PerformanceCase,
  baseline: MetricValue | null,
  context: DropContext,
  decision: PerformanceDecision
): boolean {
  const before = baseline && byInterval(baseline);
  const now = estimated && byInterval(estimated);
  const asBefore = before && now && { ...now, standardError: Math.max(now.standardError, before.standardError) };
  const test = before && asBefore && dropBetween(metric, before, asBefore, context, 'estimate');
  if (!test || !(test.least > 0) || pValueOf(test) > decision.alpha) {
    return false;
  }
  return test.toDrop(test.least) - shownDrop(test, decision.alpha).expected >= thresholdOf(metric, decision);
}
