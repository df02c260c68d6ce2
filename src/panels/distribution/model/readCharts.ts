import type { FrameLike } from '../../../frames/FrameLike';
import { type ReadDistribution, readDistribution } from '../../../frames/distribution/readDistribution';
import { score } from '../../../frames/score';
import { queriesOf } from '../../shared/queriesOf';

/** A distribution and the frame that it was read from, for its fields' units and colors. */
export interface Chart {
  readonly key: string;
  readonly title: string;
  readonly distribution: ReadDistribution;
  readonly frame: number;
}

/** The distributions among the frames, what matters most first. */
export function readCharts(frames: readonly FrameLike[]): Chart[] {
  const distributions = frames.filter((frame) => readDistribution([frame]).length > 0);
  const isOne = queriesOf(distributions).length <= 1;
  return frames
    .flatMap((frame, index) =>
      readDistribution([frame]).map((distribution) => ({
        key: `${index}`,
        title: titleOf(distribution, isOne ? '' : (frame.refId ?? '')),
        distribution,
        frame: index,
      }))
    )
    .sort((a, b) => importance(b) - importance(a));
}

/** `B: distance, origin JFK`; without the query where the panel has but one. */
function titleOf({ meta: { feature, segment } }: ReadDistribution, query: string): string {
  return [
    query === '' ? feature : `${query}: ${feature}`,
    ...Object.entries(segment).map(([name, value]) => `${name} ${value}`),
  ].join(', ');
}

/** By severity, then by the effect in thresholds, which is squeezed below 1. */
function importance({ distribution: { meta } }: Chart): number {
  const size = score(meta) ?? 0;
  return (meta.severity ?? -1) + (Number.isFinite(size) ? size / (size + 1) : 1);
}
