import { drawNormal } from '../../../src/statistics/random/drawNormal';
import { seededRandom } from '../../../src/statistics/random/seededRandom';

/** Random values of a situation: the same for the same seed and name, wherever they are drawn. */
export function drawer(seed: number, name: string) {
  const random = seededRandom(seed, name);
  return {
    uniform: (low = 0, high = 1) => low + (high - low) * random.next(),
    normal: (mean = 0, deviation = 1) => mean + deviation * drawNormal(random),
    lognormal: (mean = 0, deviation = 1) => Math.exp(mean + deviation * drawNormal(random)),
    exponential: (mean = 1) => -mean * Math.log(1 - random.next()),
    below: (bound: number) => random.below(bound),
    chance: (probability: number) => random.next() < probability,
    pick: <T>(choices: readonly T[]): T => choices[random.below(choices.length)],
    times: <T>(count: number, draw: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => draw(i)),
  };
}
