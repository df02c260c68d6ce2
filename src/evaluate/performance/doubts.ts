import { SCORE_METRICS } from '../../query/performanceMetric';
import type { PerformanceVerdict } from '../../verdict/performance/PerformanceVerdict';
import { withoutPerformanceVerdict } from '../../verdict/performance/withoutPerformanceVerdict';
import type { Segment } from '../cells';
import type { PerformanceData } from './performanceSides';
import type { JudgedWindow } from './performanceWindows';

/** Why a window or one that it is compared with is not what it seems; undefined where they are. */
export function undecidedReason(
  { current, before }: Pick<PerformanceData, 'current' | 'before'>,
  judged: JudgedWindow,
  segment: Segment
): string | undefined {
  return (
    current.undecided([judged.current], segment) ??
    before?.undecided(judged.past.length > 0 ? judged.past : judged.baseline, segment)
  );
}

/** Of figures from counts by class: labels that are weighted are no rows, so that their number tells no error. */
export function withoutInterval(verdict: PerformanceVerdict): PerformanceVerdict {
  const isOfScores = (SCORE_METRICS as readonly string[]).includes(verdict.metric);
  return isOfScores ? verdict : { ...verdict, current: { ...verdict.current, low: null, high: null } };
}

export function withDoubts(verdict: PerformanceVerdict, reason: string | undefined): PerformanceVerdict {
  return reason === undefined ? verdict : withoutPerformanceVerdict(verdict, reason);
}
