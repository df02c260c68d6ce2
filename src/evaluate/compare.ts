import type { Distribution } from '../distribution/Distribution';
import { samplesOfPoints } from '../distribution/samplesOfPoints';
import { spelledAlike, spelledLike } from '../distribution/spelledLike';
import type { ComparisonQuery } from '../query/query';
import type { TimeRange } from '../query/time';
import type { DistributionCell, TypedFeature } from '../sources/Source';
import type { Comparison } from '../verdict/Verdict';
import type { BaselineSide } from './baselineOf';
import { type Cells, distributionOf, refusalOf, type Segment, segmentsOf } from './cells';
import { decideWithin, type Limited } from './decideWithin';
import { hideRare } from './hideRare';
import type { WindowedVerdict } from './Result';
import { soundBounds } from './soundBounds';

/** As many values as are written out one by one. */
const MOST_POINTS = 10_000;

export interface Sides {
  readonly windows: ReadonlyArray<TimeRange | null>;
  readonly baselineSide: BaselineSide;
  readonly baseline: Cells;
  readonly current: Cells;
  readonly features: readonly TypedFeature[];
  /** Whether every segment is compared with the baseline as a whole, which does not tell them apart. */
  readonly wholeBaseline: boolean;
  /** By feature: why it can't be judged, whatever its values. */
  readonly refusals?: ReadonlyMap<string, string>;
}

export interface CompareOptions {
  readonly signal?: AbortSignal;
  /** Whether the verdicts only tell which buckets to narrow. */
  readonly isProvisional?: boolean;
  /** Whether buckets are narrowed until they decide. */
  readonly isRefined?: boolean;
}

/** The verdicts of each window: all its features and segments are judged together, those of other windows never. */
export function compare(
  sides: Sides,
  query: ComparisonQuery,
  { signal, isProvisional, isRefined }: CompareOptions = {}
): WindowedVerdict[] {
  const workload = { windows: sides.windows.length, isProvisional, isRefined };
  const segments = segmentsOf(
    sides.wholeBaseline ? [sides.current.set.cells] : [sides.baseline.set.cells, sides.current.set.cells]
  );
  return sides.windows.flatMap((window, index) => {
    signal?.throwIfAborted();
    const isLast = index === sides.windows.length - 1;
    const comparisons = segments
      .flatMap((segment) =>
        sides.features.map((feature) => comparison(sides, index, segment, feature, query.minimumCount))
      )
      .filter(
        ({ baseline, current, undecided }) =>
          isLast || undecided !== undefined || baseline.counts.total > 0 || current.counts.total > 0
      );
    const baselineWindow = sides.baselineSide.windows[sides.baselineSide.windowOf[index]];
    return decideWithin(comparisons, query.tests, query.decision, workload).map((verdict) => ({
      ...verdict,
      window,
      baselineWindow,
    }));
  });
}

function comparison(
  sides: Sides,
  window: number,
  segment: Segment,
  feature: TypedFeature,
  minimum: number
): Comparison & Limited {
  const baselineWindow = sides.baselineSide.windowOf[window];
  const baselineSegment = sides.wholeBaseline ? {} : segment;
  const before = sides.baseline.find(baselineWindow, baselineSegment, feature);
  const after = sides.current.find(window, segment, feature);
  const refusal = sides.refusals?.get(feature.name) ?? refusalOf(before) ?? refusalOf(after);
  const undecided = after?.undecided ?? before?.undecided;
  const side = (cell: DistributionCell | undefined) => ({
    distribution: distributionOf(cell, feature.type),
    between: cell?.between,
    contradicted: cell?.contradicted,
  });
  const sound = soundBounds(side(before), side(after));
  const [baseline, current] = hideRare(...alike(...sound.distributions), minimum);
  return {
    feature: feature.name,
    type: feature.type,
    segment,
    baseline,
    current,
    minimumCount: minimum,
    refusal,
    undecided,
    extremes: sound.extremes,
  };
}

/**
 * Both with categories in one spelling; and as values, where counting lost none of them: as they are judged where the
 * rows are read.
 */
function alike(baseline: Distribution, current: Distribution): [Distribution, Distribution] {
  const [before, after] = [baseline, current].map((side) =>
    side.kind === 'histogram' ? samplesOfPoints(side, MOST_POINTS) : null
  );
  if (before && after) {
    return [before, after];
  }
  const known = spelledAlike(baseline);
  return [known, spelledLike(known, current)];
}
