import { drawNormal } from '../../random/drawNormal';
import type { SeededRandom } from '../../random/seededRandom';

/** A stationary autoregression of variance 1. */
export function autoregression(phi: number, size: number, random: SeededRandom): number[] {
  let last = drawNormal(random);
  return Array.from({ length: size }, (_, t) => {
    last = t === 0 ? last : phi * last + Math.sqrt(1 - phi * phi) * drawNormal(random);
    return last;
  });
}

/** Student's t with three degrees of freedom, scaled to variance 1. */
export function heavyNoise(size: number, random: SeededRandom): number[] {
  return Array.from({ length: size }, () => {
    const square = [0, 0, 0].reduce((sum) => sum + drawNormal(random) ** 2, 0);
    return drawNormal(random) / Math.sqrt(square);
  });
}

/** How a window's mean wanders about beside the noise of its own rows. */
export function wandering(size: number, random: SeededRandom): number[] {
  const slow = autoregression(0.9, size, random);
  return slow.map((value) => Math.SQRT1_2 * (value + drawNormal(random)));
}
