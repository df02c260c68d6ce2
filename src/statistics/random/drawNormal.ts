import type { SeededRandom } from './seededRandom';

/** A standard normal number: the polar method (G. Marsaglia and T. Bray 1964), one of each pair. */
export function drawNormal(random: SeededRandom): number {
  for (;;) {
    const u = 2 * random.next() - 1;
    const v = 2 * random.next() - 1;
    const square = u * u + v * v;
    if (square > 0 && square < 1) {
      return u * Math.sqrt((-2 * Math.log(square)) / square);
    }
  }
}
