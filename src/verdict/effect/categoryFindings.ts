import type { Categories } from '../../distribution/Distribution';
import { holm } from '../../statistics/corrections/holm';
import { fisherByCategory, type CategoryComparison } from '../../statistics/categorical/fisherByCategory';
import type { CategoryFinding } from '../Verdict';

/** A finding with its p-value adjusted by Holm over all categories of both sides, and whether its share at least doubled or halved. */
export interface JudgedCategory extends CategoryFinding {
  readonly pHolm: number;
  readonly large: boolean;
  /** Half of that: grown by half, or shrunk to two thirds. */
  readonly notable: boolean;
}

type KnownCategory = { [K in keyof CategoryComparison]: NonNullable<CategoryComparison[K]> };

/**
 * Every category of both sides against the rest, the smallest adjusted p first. A category that one side does not list
 * apart, since it counts only its largest, takes part in the adjustment but is no finding: its share is unknown.
 */
export function judgeCategories(baseline: Categories, current: Categories): JudgedCategory[] {
  const compared = fisherByCategory(baseline, current);
  const adjusted = holm(compared.map(({ pValue }) => pValue));
  return compared
    .flatMap((category, i) => (isKnown(category) ? [judged(category, adjusted[i] ?? 1)] : []))
    .sort((a, b) => a.pHolm - b.pHolm || a.pValue - b.pValue);
}

function isKnown(category: CategoryComparison): category is KnownCategory {
  return category.baselineCount !== null && category.currentCount !== null;
}

function judged(category: KnownCategory, pHolm: number): JudgedCategory {
  const { baselineShare, currentShare } = category;
  const changedBy = (factor: number) =>
    currentShare >= factor * baselineShare || currentShare <= baselineShare / factor;
  return { ...category, change: changeOf(category), pHolm, large: changedBy(2), notable: changedBy(1.5) };
}

function changeOf({
  baselineCount,
  currentCount,
  baselineShare,
  currentShare,
}: KnownCategory): CategoryFinding['change'] {
  if (baselineCount === 0) {
    return 'new';
  }
  if (currentCount === 0) {
    return 'vanished';
  }
  return currentShare >= baselineShare ? 'grown' : 'shrunk';
}
