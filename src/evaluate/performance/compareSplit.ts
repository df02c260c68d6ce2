import type { Outcomes } from '../../outcomes/Outcomes';
import type { PerformanceQuery } from '../../query/performanceQuery';
import type { LossMoments, LossSums } from '../../statistics/performance/sequence/LossSums';
import type { VersionCounts } from '../../statistics/performance/sequence/VersionCounts';
import { compareVersionLosses, compareVersions } from '../../verdict/performance/compareVersions';
import { type Segment, segmentKey } from '../cells';
import type { VersionsCompared } from '../Result';
import type { Block } from './OutcomeWindows';
import { stepsOf } from './stepsOf';
import { type SplitVersions, versionOf } from './versionSides';

interface Side {
  readonly segment: Segment;
  /** Blocks whose labels are complete, by time. */
  readonly blocks: readonly Block[];
}

/**
 * Two versions that got calls side by side, in each segment: by accuracy, or of numbers by absolute error. Each block of a
 * day is a window of the evidence, so that both versions are compared on the same days; `steps` is what was known after each.
 */
export function compareSplit(
  sides: readonly Side[],
  versions: SplitVersions,
  query: PerformanceQuery
): VersionsCompared[] {
  const groups = new Map<string, { segment: Segment; old: readonly Block[]; new: readonly Block[] }>();
  for (const { segment, blocks } of sides) {
    const { rest, side } = versionOf(segment, versions);
    if (side !== null) {
      const key = segmentKey(rest);
      const group = groups.get(key) ?? { segment: rest, old: [], new: [] };
      groups.set(key, { ...group, [side]: blocks });
    }
  }
  const options = {
    margin: versions.margin,
    threshold: query.decision.thresholds.drop,
    alpha: query.decision.alpha,
  };
  const names = { old: versions.old, new: versions.new };
  return [...groups.values()].map((group) => {
    const days = daysOf(group);
    const isLoss = days.some(({ old, new: next }) => (old ?? next)?.errors !== undefined);
    const judge = (some: readonly ComparedDay[]) =>
      isLoss
        ? compareVersionLosses(some.map(lossesOf), { ...options, threshold: query.decision.thresholds.loss })
        : compareVersions(some.map(countsOf), options);
    return {
      ...{ segment: group.segment, metric: isLoss ? ('mae' as const) : ('accuracy' as const), ...names },
      verdict: judge(days),
      steps: stepsOf(days, judge),
    };
  });
}

interface ComparedDay {
  readonly block: number;
  readonly old?: Outcomes;
  readonly new?: Outcomes;
}

function daysOf(group: { readonly old: readonly Block[]; readonly new: readonly Block[] }): ComparedDay[] {
  const days = new Map<number, ComparedDay>();
  for (const side of ['old', 'new'] as const) {
    for (const { block, outcomes } of group[side]) {
      days.set(block, { ...(days.get(block) ?? { block }), [side]: outcomes });
    }
  }
  return [...days.values()].sort((a, b) => a.block - b.block);
}

function countsOf({ old, new: next }: ComparedDay): VersionCounts {
  const [before, after] = [hitsOf(old), hitsOf(next)];
  return { oldRows: before.rows, oldHits: before.hits, newRows: after.rows, newHits: after.hits };
}

function hitsOf(outcomes: Outcomes | undefined): { rows: number; hits: number } {
  const matrix = outcomes?.confusion?.counts ?? [];
  return {
    rows: matrix.reduce((sum, row) => sum + row.reduce((a, b) => a + b, 0), 0),
    hits: matrix.reduce((sum, row, i) => sum + row[i], 0),
  };
}

function lossesOf({ old, new: next }: ComparedDay): LossSums {
  return { old: lossOf(old), new: lossOf(next) };
}

/** Of absolute errors: their squares are those of the errors themselves. */
function lossOf(outcomes: Outcomes | undefined): LossMoments {
  const errors = outcomes?.errors;
  if (errors === undefined || errors.rows === 0) {
    return { rows: 0, mean: 0, variance: 0 };
  }
  const { rows, absolute, meanActual, meanPredicted, squaresActual, squaresPredicted, products } = errors;
  const mean = (absolute.low + absolute.high) / 2 / rows;
  const squares = squaresActual + squaresPredicted - 2 * products + rows * (meanPredicted - meanActual) ** 2;
  return { rows, mean, variance: rows > 1 ? Math.max(0, squares - rows * mean ** 2) / (rows - 1) : 0 };
}
