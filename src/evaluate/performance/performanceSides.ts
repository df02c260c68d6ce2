import { withImplied } from '../../outcomes/withImplied';
import type { TimeRange } from '../../query/time';
import type { PerformanceCase } from '../../verdict/performance/PerformanceCase';
import type { Segment } from '../cells';
import { type Deadline, matureAt } from './maturity';
import type { Block, OutcomeWindows } from './OutcomeWindows';
import type { JudgedWindow } from './performanceWindows';
import type { SettledPerformance } from './settlePerformance';

export interface OfWindow {
  readonly current: OutcomeWindows;
  readonly before: OutcomeWindows | null;
  readonly judged: JudgedWindow;
  readonly segment: Segment;
  readonly settled: SettledPerformance;
  readonly deadline: Deadline;
}

export type Sides = Pick<PerformanceCase, 'current' | 'baseline' | 'past' | 'matureAt'>;

/** What is compared in one window and segment. */
export function sidesOf({ current, before, judged, segment, settled, deadline }: OfWindow): Sides {
  const { query, windows, asOf } = settled;
  const { implied } = query.label;
  const isMature = (window: TimeRange | null) => matureAt(window, deadline, asOf) === null;
  const complete = (blocks: readonly Block[], mature: boolean) =>
    implied === undefined || !mature
      ? blocks
      : blocks.map(({ block, outcomes }) => ({ block, outcomes: withImplied(outcomes, implied) }));
  // Of the baseline and the past only what is complete: a window that lacks its late labels is no measure of another.
  const past = judged.past.filter((index) => isMature(windows.before[index]));
  const baseline = judged.baseline.filter((index) => isMature(windows.before[index]));
  return {
    current: { blocks: complete(current.blocks([judged.current], segment), isMature(judged.window)) },
    baseline: before === null ? null : { blocks: complete(before.blocks(baseline, segment), true) },
    past: before === null ? [] : past.map((index) => ({ blocks: complete(before.blocks([index], segment), true) })),
    matureAt: matureAt(judged.window, deadline, asOf),
  };
}
