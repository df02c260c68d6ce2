import type { PerformanceQuery } from '../../query/performanceQuery';
import type { Notice } from '../../sources/Notice';
import { queryHash } from '../queryHash';
import type { PerformanceResult } from '../Result';
import { performanceProvenance } from './performanceProvenance';
import type { SettledPerformance } from './settlePerformance';

/** Where there is no row at all: why, and nothing else. */
export function emptyPerformance(
  { query, windows, asOf, notices: said }: SettledPerformance,
  asked: PerformanceQuery,
  notices: readonly Notice[],
  warned: boolean | undefined
): PerformanceResult {
  return {
    kind: 'performance',
    queryHash: queryHash(asked),
    baseline: performanceProvenance(query, windows),
    notices: [...said, ...notices],
    warned,
    asOf,
    impliesLabels: query.label.implied !== undefined,
    verdicts: [],
    details: [],
    explanations: [],
    conceptDrift: [],
    comparisons: [],
    fairness: [],
    budgets: [],
    delays: null,
  };
}
