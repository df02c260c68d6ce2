import { plainText } from '../../distribution/cell/plainText';
import { withImplied } from '../../outcomes/withImplied';
import type { TimeRange } from '../../query/time';
import type { KnownShare } from '../../statistics/performance/delay/weightLabels';
import type { PerformanceCase } from '../../verdict/performance/PerformanceCase';
import type { Segment } from '../cells';
import { type Deadline, matureAt } from './maturity';
import type { Block, OutcomeWindows } from './OutcomeWindows';
import type { JudgedWindow } from './performanceWindows';
import type { SettledPerformance } from './settlePerformance';
import { weightYoung } from './weightYoung';

export interface OfWindow {
  readonly current: OutcomeWindows;
  readonly before: OutcomeWindows | null;
  readonly judged: JudgedWindow;
  readonly segment: Segment;
  readonly settled: SettledPerformance;
  readonly deadline: Deadline;
  /** Share of labels known at an age; null where nothing tells it. */
  readonly known: KnownShare | null;
}

export interface Sides extends Pick<PerformanceCase, 'current' | 'baseline' | 'past' | 'matureAt'> {
  /** Labels of the current side are weighted by their age: nothing tells the error of its figures. */
  readonly isWeighted: boolean;
}

/** What is compared in one window and segment. */
export function sidesOf({ current, before, judged, segment, settled, deadline, known }: OfWindow): Sides {
  const { query, windows, asOf } = settled;
  const implied = query.label.implied === undefined ? undefined : plainText(query.label.implied);
  const isMature = (window: TimeRange | null) => matureAt(window, deadline, asOf) === null;
  const complete = (blocks: readonly Block[], mature: boolean) =>
    implied === undefined || !mature
      ? blocks
      : blocks.map(({ block, outcomes }) => ({ block, outcomes: withImplied(outcomes, implied) }));
  // Of the baseline and the past only what is complete: a window that lacks its late labels is no measure of another.
  const past = judged.past.filter((index) => isMature(windows.before[index]));
  const baseline = judged.baseline.filter((index) => isMature(windows.before[index]));
  const own = current.blocks([judged.current], segment);
  const weighted = isMature(judged.window) || known === null ? null : weightYoung(own, known, asOf, implied);
  return {
    current: { blocks: weighted ?? complete(own, isMature(judged.window)) },
    isWeighted: weighted !== null,
    baseline: before === null ? null : { blocks: complete(before.blocks(baseline, segment), true) },
    past: before === null ? [] : past.map((index) => ({ blocks: complete(before.blocks([index], segment), true) })),
    matureAt: matureAt(judged.window, deadline, asOf),
  };
}
