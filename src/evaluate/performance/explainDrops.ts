import { mergeOutcomes } from '../../outcomes/mergeOutcomes';
import type { PerformanceMetric } from '../../query/performanceMetric';
import type { MetricRoles } from '../../statistics/performance/MetricRoles';
import { type DropExplanation, explainDrop } from '../../verdict/performance/explainDrop';
import type { Segment } from '../cells';
import type { AskedMetric } from './metricsOf';
import type { Sides } from './performanceSides';
import type { JudgedWindow } from './performanceWindows';

/** Means of rows, whose drop is the sum of what its segments add to it. */
const EXPLAINED: readonly PerformanceMetric[] = ['accuracy', 'brier', 'mae'];

interface Options {
  readonly metrics: readonly AskedMetric[];
  readonly roles: MetricRoles;
  readonly minimumCount: number;
}

/** Which segments a drop of the newest judged window comes from; empty with fewer than two segments, or without a baseline. */
export function explainDrops(
  segments: readonly Segment[],
  sides: (judged: JudgedWindow, segment: Segment) => Sides,
  judged: JudgedWindow | undefined,
  { metrics, roles, minimumCount }: Options
): DropExplanation[] {
  if (judged === undefined || segments.length < 2) {
    return [];
  }
  const slices = segments.flatMap((segment) => {
    const { current, baseline } = sides(judged, segment);
    const [now, before] = [current, baseline].map((side) =>
      mergeOutcomes((side?.blocks ?? []).map(({ outcomes }) => outcomes))
    );
    return [{ segment, current: now, baseline: before }];
  });
  if (!slices.some(({ baseline }) => baseline.labelled > 0) || !slices.some(({ current }) => current.labelled > 0)) {
    return [];
  }
  return metrics
    .filter(({ metric, ofClass }) => EXPLAINED.includes(metric) && ofClass === undefined)
    .map(({ metric }) => explainDrop(metric, slices, roles, { minimumCount }));
}
