import type { Bin } from '../../../frames/distribution/readDistribution';
import type { Scale } from '../../shared/scale';

/** The outline of bars of the given heights, from the ground up and down to it again. */
export function stepPath(bins: readonly Bin[], heights: readonly number[], x: Scale, y: Scale, ground: number): string {
  if (bins.length === 0) {
    return '';
  }
  const parts = [`M${round(x(bins[0].low))} ${round(ground)}`];
  bins.forEach(({ low, high }, index) => {
    parts.push(`V${round(y(heights[index]))}`, `H${round(x(high))}`);
    // Bins need not touch.
    if (index + 1 < bins.length && bins[index + 1].low > high && low < high) {
      parts.push(`V${round(ground)}`, `H${round(x(bins[index + 1].low))}`);
    }
  });
  return `${parts.join('')}V${round(ground)}`;
}

function round(pixels: number): number {
  return Math.round(10 * pixels) / 10;
}
