import type { Categories, Samples } from '../distribution/Distribution';
import { sampleFromNumbers } from '../distribution/sampleFromValues';
import { countsOf } from '../distribution/valueCounts';
import { seededRandom } from '../statistics/random/seededRandom';

/** Normal numbers for tests: mean `shift`, standard deviation 1, by Box and Muller. */
export function noise(size: number, seed: number, shift = 0): number[] {
  const random = seededRandom(seed, 'noise');
  return Array.from({ length: size }, () => {
    const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
    return shift + radius * Math.cos(2 * Math.PI * random.next());
  });
}

/** Raw values and a number of missing ones. */
export function samples(values: readonly number[], missing = 0): Samples {
  return sampleFromNumbers(Float64Array.from(values), missing);
}

/** Counts by category and a number of missing values. */
export function categories(counts: Record<string, number> | ReadonlyArray<[string, number]>, missing = 0): Categories {
  const byCategory = new Map<string, number>(Array.isArray(counts) ? counts : Object.entries(counts));
  const values = [...byCategory.values()].reduce((a, b) => a + b, 0);
  return {
    kind: 'categories',
    counts: countsOf(values + missing, { missing }),
    byCategory,
    rest: 0,
    guarantee: 'exact',
  };
}
