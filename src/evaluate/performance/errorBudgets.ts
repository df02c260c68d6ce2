import { isBudgetMetric } from '../../query/errorBudget';
import type { PerformanceMetric } from '../../query/performanceMetric';
import type { PerformanceQuery } from '../../query/performanceQuery';
import { measurePerformance } from '../../statistics/performance/measurePerformance';
import type { MetricRoles } from '../../statistics/performance/MetricRoles';
import { type BudgetDay } from '../../verdict/performance/budget/ErrorBudget';
import { judgeBudget } from '../../verdict/performance/budget/judgeBudget';
import type { Segment } from '../cells';
import type { SegmentBudget } from '../Result';
import type { Block } from './OutcomeWindows';

interface Side {
  readonly segment: Segment;
  /** Blocks whose labels are complete, by time. */
  readonly blocks: readonly Block[];
}

/** The error budget of each objective that is a share of rows, in each segment; `end` is when complete labels end. */
export function errorBudgets(
  sides: readonly Side[],
  { budget: spec, objective = {}, decision }: PerformanceQuery,
  roles: MetricRoles,
  end: number
): SegmentBudget[] {
  if (spec === undefined) {
    return [];
  }
  const held = (Object.keys(objective) as PerformanceMetric[]).filter(isBudgetMetric);
  return sides.flatMap(({ segment, blocks }) =>
    held.map((metric) => {
      const days = blocks.map(({ block, outcomes }): BudgetDay => {
        const { value, rows } = measurePerformance(metric, outcomes, roles);
        // Of lists it is rows that are wrong.
        const all = metric === 'click_rate' ? (outcomes.lists?.rows ?? rows) : rows;
        return value === null ? { block, rows: 0, bad: 0 } : { block, rows: all, bad: Math.round(all * (1 - value)) };
      });
      const { minimumSample } = decision;
      return {
        segment,
        budget: judgeBudget(days, { metric, objective: objective[metric] ?? NaN, spec, end, minimumSample }),
      };
    })
  );
}
