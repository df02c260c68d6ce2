import { plainText } from '../../distribution/cell/plainText';
import { withImplied } from '../../outcomes/withImplied';
import type { TimeRange } from '../../query/time';
import type { KnownShare } from '../../statistics/performance/delay/weightLabels';
import type { PerformanceCase, PerformanceSide } from '../../verdict/performance/PerformanceCase';
import { type Segment, segmentKey } from '../cells';
import { type Deadline, isMatureDay, matureAt } from './maturity';
import type { Block, OutcomeWindows } from './OutcomeWindows';
import type { JudgedWindow } from './performanceWindows';
import type { SettledPerformance } from './settlePerformance';
import { weightYoung } from './weightYoung';

/** What all windows are compared with. */
export interface PerformanceData {
  readonly current: OutcomeWindows;
  readonly before: OutcomeWindows | null;
  readonly settled: SettledPerformance;
  readonly deadline: Deadline;
  /** Share of labels known at an age; null where nothing tells it. */
  readonly known: KnownShare | null;
}

export interface Sides extends Pick<PerformanceCase, 'current' | 'baseline' | 'past' | 'matureAt'> {
  /** Labels of the current side are weighted by their age: nothing tells the error of its figures. */
  readonly isWeighted: boolean;
}

/** What is compared in one window and segment; windows that share a side get the same object, so that it is measured once. */
export function sidesIn({ current, before, settled, deadline, known }: PerformanceData) {
  const { query, windows, asOf } = settled;
  const implied = query.label.implied === undefined ? undefined : plainText(query.label.implied);
  const isMature = (window: TimeRange | null) => matureAt(window, deadline, asOf) === null;
  // Without a time range the youngest days lie beside mature ones: what they lack is not implied yet.
  const complete = (blocks: readonly Block[], isWhole: boolean) =>
    implied === undefined
      ? blocks
      : blocks
          .filter(({ block }) => !isWhole || isMatureDay(block, settled, deadline))
          .map(({ block, outcomes }) => ({ block, outcomes: withImplied(outcomes, implied) }));
  const earlier = new Map<string, PerformanceSide>();
  const sideOf = (all: OutcomeWindows, indices: readonly number[], segment: Segment): PerformanceSide => {
    // Of the baseline and the past only what is complete: a window that lacks its late labels is no measure of another.
    const mature = indices.filter((index) => isMature(windows.before[index]));
    const key = JSON.stringify([mature, segmentKey(segment)]);
    const side = earlier.get(key) ?? {
      blocks: complete(
        all.blocks(mature, segment),
        mature.some((index) => windows.before[index] === null)
      ),
    };
    earlier.set(key, side);
    return side;
  };
  return (judged: JudgedWindow, segment: Segment): Sides => {
    const own = current.blocks([judged.current], segment);
    const mature = isMature(judged.window);
    const weighted = mature || known === null ? null : weightYoung(own, known, asOf, implied);
    const past = judged.past.filter((index) => isMature(windows.before[index]));
    return {
      current: { blocks: weighted ?? (mature ? complete(own, judged.window === null) : own) },
      isWeighted: weighted !== null,
      baseline: before === null ? null : sideOf(before, judged.baseline, segment),
      past: before === null ? [] : past.map((index) => sideOf(before, [index], segment)),
      matureAt: matureAt(judged.window, deadline, asOf),
    };
  };
}
