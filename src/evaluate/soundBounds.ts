import type { Between } from '../distribution/between/Between';
import { closestAndFarthest, type Extremes } from '../distribution/between/closestAndFarthest';
import type { Distribution } from '../distribution/Distribution';
import { withoutEdges } from '../distribution/withoutEdges';
import type { DistributionCell } from '../sources/Source';

type Side = Pick<DistributionCell, 'distribution' | 'between' | 'contradicted'>;

export interface SoundBounds {
  /** Between the bounds that can be trusted on both sides. */
  readonly distributions: readonly [Distribution, Distribution];
  /** Where a side is known within limits alone; null where no bound is left at which both are known. */
  readonly extremes?: Extremes | null;
}

/** Both sides without the bounds that contradict one another on either. */
export function soundBounds(baseline: Side, current: Side): SoundBounds {
  if ([baseline, current].every(isWhole)) {
    return { distributions: [baseline.distribution, current.distribution] };
  }
  const left = new Set([...(baseline.contradicted ?? []), ...(current.contradicted ?? [])]);
  const sound = (distribution: Distribution) =>
    distribution.kind === 'histogram' && left.size > 0 ? withoutEdges(distribution, left) : distribution;
  const distributions = [sound(baseline.distribution), sound(current.distribution)] as const;
  if (baseline.between === undefined && current.between === undefined) {
    return { distributions };
  }
  const limits = (side: Side): Between | null =>
    side.between !== undefined
      ? { least: withoutEdges(side.between.least, left), most: withoutEdges(side.between.most, left) }
      : side.distribution.kind === 'histogram'
        ? { least: withoutEdges(side.distribution, left), most: withoutEdges(side.distribution, left) }
        : null;
  const [before, after] = [limits(baseline), limits(current)];
  return { distributions, extremes: before && after && closestAndFarthest(before, after) };
}

function isWhole({ between, contradicted = [] }: Side): boolean {
  return between === undefined && contradicted.length === 0;
}
