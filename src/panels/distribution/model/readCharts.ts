import type { FrameLike } from '../../../frames/FrameLike';
import { type ReadDistribution, readDistribution } from '../../../frames/distribution/readDistribution';
import { score } from '../../../frames/score';

/** A distribution and the frame that it was read from, for its fields' units and colours. */
export interface Chart {
  readonly key: string;
  readonly title: string;
  readonly distribution: ReadDistribution;
  readonly frame: number;
}

/** The distributions among the frames, what matters most first. */
export function readCharts(frames: readonly FrameLike[]): Chart[] {
  return frames
    .flatMap((frame, index) =>
      readDistribution([frame]).map((distribution) => ({
        key: `${index}`,
        title: titleOf(distribution),
        distribution,
        frame: index,
      }))
    )
    .sort((a, b) => importance(b) - importance(a));
}

function titleOf({ meta: { feature, segment } }: ReadDistribution): string {
  return [feature, ...Object.entries(segment).map(([name, value]) => `${name} ${value}`)].join(', ');
}

/** By severity, then by the effect in thresholds, which is squeezed below 1. */
function importance({ distribution: { meta } }: Chart): number {
  const size = score(meta) ?? 0;
  return (meta.severity ?? -1) + (Number.isFinite(size) ? size / (size + 1) : 1);
}
