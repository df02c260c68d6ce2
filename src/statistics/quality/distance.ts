import type { Distribution } from '../../distribution/Distribution';
import { runTest } from '../runTest';

const OPTIONS = { seed: 1, permutations: 0 };

/**
 * How far two distributions lie apart: the KS distance of numbers, the total variation of categories, both from 0 to 1.
 * Infinity where they can't be compared: numbers with categories.
 */
export function distance(a: Distribution, b: Distribution): number {
  const categories = a.kind === 'categories';
  if (categories !== (b.kind === 'categories')) {
    return Infinity;
  }
  const { statistic, statisticHigh } = categories
    ? runTest('total_variation', 'categorical', a, b, OPTIONS)
    : runTest('ks', 'numeric', a, b, OPTIONS);
  return statistic ?? statisticHigh ?? Infinity;
}
