import { formatNumber } from '../../shared/formatNumber';
import type { BinHeights } from './binHeights';
import { linearScale, logarithmicScale, logarithmicTicks, niceTicks, type Scale } from '../../shared/scale';

export interface HeightAxis {
  readonly scale: Scale;
  readonly ticks: readonly number[];
  readonly write: (height: number) => string;
}

const TICK_DISTANCE = 40;

/** The axis of the bins' heights, from the ground up; linear where a logarithm makes no sense. */
export function heightAxis(heights: BinHeights, logarithmic: boolean, range: readonly [number, number]): HeightAxis {
  const { measure, highest, lowest } = heights;
  const top = highest || 1;
  const write = measure === 'share' ? (share: number) => `${formatNumber(100 * share)}%` : formatNumber;
  if (logarithmic && lowest !== null && lowest < highest) {
    const bottom = lowest / 2;
    return { scale: logarithmicScale([bottom, top], range), ticks: logarithmicTicks(bottom, top), write };
  }
  const most = Math.max(2, Math.floor((range[0] - range[1]) / TICK_DISTANCE));
  return { scale: linearScale([0, top], range), ticks: niceTicks(0, top, most), write };
}
