import type { Distribution } from '../../distribution/Distribution';
import { runTest } from '../runTest';

/** The KS distance of two distributions of numbers as far as their buckets make it certain; 0 where nothing is. */
export function certainDistance(a: Distribution, b: Distribution): number {
  const { statistic, statisticLow } = runTest('ks', 'numeric', a, b, { seed: 1, permutations: 0 });
  return statisticLow ?? statistic ?? 0;
}
