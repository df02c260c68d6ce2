import type { PerformanceResult, WindowedPerformance } from '../../evaluate/Result';
import { describePerformance } from '../../verdict/performance/describePerformance';
import { nextStepOfPerformance } from '../../verdict/performance/nextStepOfPerformance';
import { segmentKey } from '../compareByImportance';
import { performanceScore } from './performanceScore';
import type { PerformanceRow } from './PerformanceRow';

/** The rows of a performance result: the worst first, gating metrics before others, then in the metrics' own order. */
export function performanceRows({ verdicts }: Pick<PerformanceResult, 'verdicts'>): PerformanceRow[] {
  return verdicts
    .map((verdict, order) => ({ verdict, order }))
    .sort((a, b) => compare(a.verdict, b.verdict) || a.order - b.order)
    .map(({ verdict }) => rowOf(verdict));
}

function rowOf(verdict: WindowedPerformance): PerformanceRow {
  const { window, rows, labelled } = verdict;
  return {
    time: window?.from ?? null,
    time_end: window?.to ?? null,
    metric: verdict.metric,
    of_class: verdict.ofClass ?? null,
    segment: verdict.segment,
    ...figuresOf(verdict),
    drop: verdict.drop,
    drop_low: verdict.dropLow,
    drop_high: verdict.dropHigh,
    threshold: verdict.gates ? verdict.threshold : null,
    objective: verdict.objective,
    rows,
    labelled,
    share_labelled: rows > 0 ? labelled / rows : null,
    mature_at: verdict.matureAt,
    test: verdict.test,
    p_value: verdict.pValue,
    p_adjusted: verdict.pAdjusted,
    gates: verdict.gates,
    verdict: verdict.verdict,
    severity: verdict.severity,
    reason: describePerformance(verdict),
    next_step: nextStepOfPerformance(verdict),
  };
}

function figuresOf({ current, baseline, estimated }: WindowedPerformance) {
  const [before, expected] = [baseline ?? NOTHING, estimated ?? NOTHING];
  return {
    value: current.value,
    low: current.low,
    high: current.high,
    bound_low: current.boundLow,
    bound_high: current.boundHigh,
    baseline: before.value,
    baseline_low: before.low,
    baseline_high: before.high,
    estimated: expected.value,
    estimated_low: expected.low,
    estimated_high: expected.high,
  };
}

const NOTHING = { value: null, low: null, high: null };

function compare(a: WindowedPerformance, b: WindowedPerformance): number {
  return (
    (b.severity ?? -1) - (a.severity ?? -1) ||
    Number(b.gates) - Number(a.gates) ||
    (b.window?.from ?? 0) - (a.window?.from ?? 0) ||
    (performanceScore(b) ?? -1) - (performanceScore(a) ?? -1) ||
    compareText(segmentKey(a.segment), segmentKey(b.segment))
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
