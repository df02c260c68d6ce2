import type { Distribution } from '../../distribution/Distribution';
import { hasValues } from '../../distribution/numberOfValues';

/** Why no measure of ordered values exists for these two, or null where one may. */
export function whyNotNumeric(baseline: Distribution, current: Distribution): string | null {
  return whyNotOrdered(baseline, 'baseline') ?? whyNotOrdered(current, 'current sample');
}

function whyNotOrdered(distribution: Distribution, side: string): string | null {
  if (distribution.kind === 'categories') {
    return `the ${side} is counted by category, and categories have no order`;
  }
  return hasValues(distribution) ? null : `the ${side} has no values`;
}

/** Whether infinite values occur, which have no mean and no distance. */
export function hasInfinite({ counts }: Distribution): boolean {
  return counts.positiveInfinity > 0 || counts.negativeInfinity > 0;
}

/** What is guaranteed of a measure of two distributions. */
export function guaranteeOf(baseline: Distribution, current: Distribution): 'exact' | 'bounded' | 'approximate' {
  const both = [baseline, current];
  if (both.every(({ kind }) => kind === 'samples')) {
    return 'exact';
  }
  return both.every((one) => one.kind === 'samples' || (one.kind === 'histogram' && one.guarantee === 'exact'))
    ? 'bounded'
    : 'approximate';
}
