import type { PerformanceDecision } from '../../query/performanceQuery';
import type { MetricRoles } from '../../statistics/performance/MetricRoles';
import { adjustWithin } from './adjustWithin';
import type { Assessed } from './Assessed';
import { assessCases } from './assessCases';
import { concludePerformance } from './concludePerformance';
import type { PerformanceCase, PerformanceSide } from './PerformanceCase';
import type { PerformanceVerdict } from './PerformanceVerdict';
import type { SideMeasures } from './SideMeasures';

/**
 * One verdict for each case; all cases are of one window. p-values of gating metrics are adjusted together, by Holm within a
 * segment and by Benjamini and Hochberg over segments; those of the others among themselves. Same order as given.
 * Policy: docs/performance.md.
 */
export function judgePerformance(
  cases: readonly PerformanceCase[],
  roles: MetricRoles,
  decision: PerformanceDecision,
  /** What is known of sides that other windows share: past windows of several. */
  measured: Map<PerformanceSide, SideMeasures> = new Map()
): PerformanceVerdict[] {
  const assessed = assessCases(cases, roles, decision, measured);
  const segments = cases.map(({ segment }) => JSON.stringify(Object.entries(segment).sort()));
  const ofGating = adjustWithin(assessed.map(pIf(true)), segments);
  const ofOthers = adjustWithin(assessed.map(pIf(false)), segments);
  const tests = assessed.filter((one) => one.case.gates && one.pValue !== null).length;
  return assessed.map((one, i) => concludePerformance(one, ofGating[i] ?? ofOthers[i], decision, Math.max(1, tests)));
}

/** p-values that may decide: of complete labels, of enough rows. */
function pIf(gates: boolean): (one: Assessed) => number | null {
  return (one) => (one.case.gates === gates && isDecidable(one) ? one.pValue : null);
}

function isDecidable({ case: { matureAt }, current, baseline, minimum }: Assessed): boolean {
  return matureAt === null && current.rows >= minimum && (baseline?.rows ?? 0) >= minimum;
}
