import { drawNormal } from '../../src/statistics/random/drawNormal';
import type { SeededRandom } from '../../src/statistics/random/seededRandom';

/** A Poisson count; from 500 on a rounded normal one. */
export function drawPoisson(mean: number, random: SeededRandom): number {
  if (mean >= 500) {
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * drawNormal(random)));
  }
  const limit = Math.exp(-mean);
  let [count, product] = [0, random.next()];
  while (product > limit) {
    product *= random.next();
    count++;
  }
  return count;
}
