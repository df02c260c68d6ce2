import type { Outcomes } from '../../outcomes/Outcomes';
import { mergeOutcomes } from '../../outcomes/mergeOutcomes';
import type { PerformanceMetric } from '../../query/performanceMetric';
import type { PerformanceDecision } from '../../query/performanceQuery';
import type { MetricRoles } from '../../statistics/performance/MetricRoles';
import type { MetricValue } from '../../statistics/performance/MetricValue';
import { measurePerformance } from '../../statistics/performance/measurePerformance';
import type { PerformanceVerdict } from './PerformanceVerdict';
export interface PerformanceSide { readonly blocks: ReadonlyArray<{ readonly block: number; readonly outcomes: Outcomes }> }
export interface PerformanceCase {
  readonly metric: PerformanceMetric; readonly ofClass?: string; readonly segment: Readonly<Record<string,string>>;
  readonly current: PerformanceSide; readonly baseline: PerformanceSide | null;
  readonly past: readonly PerformanceSide[];
  readonly matureAt: number | null;
  readonly estimated: MetricValue | null; readonly objective: number | null; readonly gates: boolean;
}
export function judgePerformance(cases: readonly PerformanceCase[], roles: MetricRoles, _decision: PerformanceDecision): PerformanceVerdict[] {
  return cases.map((one) => {
    const o = mergeOutcomes(one.current.blocks.map(({ outcomes }) => outcomes));
    const b = one.baseline && mergeOutcomes(one.baseline.blocks.map(({ outcomes }) => outcomes));
    return { metric: one.metric, ofClass: one.ofClass, segment: one.segment, current: measurePerformance(one.metric, o, roles, one.ofClass),
      baseline: b && measurePerformance(one.metric, b, roles, one.ofClass), drop: null, dropLow: null, dropHigh: null, dropExpected: null, threshold: 0.05, test: null, pValue: null, pAdjusted: null,
      gates: one.gates, objective: one.objective, rows: o.rows, labelled: o.labelled, estimated: one.estimated, matureAt: one.matureAt, verdict: 'undefined', severity: null, reason: { code: 'no_baseline', facts: {} } };
  });
}
