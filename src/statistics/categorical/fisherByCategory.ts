import type { Distribution } from '../../distribution/Distribution';
import { fisherExactPValue } from './fisherExactPValue';

/** One category against all others, in the baseline and now. */
export interface CategoryComparison {
  readonly category: string;
  /** null where a side counts only its largest categories and this is not among them. */
  readonly baselineCount: number | null;
  readonly currentCount: number | null;
  readonly baselineShare: number | null;
  readonly currentShare: number | null;
  /**
   * Two-sided p of Fisher's exact test of the category against the rest. Where a count is unknown it is the one that,
   * within that side's rest, differs least: the p-value then is an upper bound.
   */
  readonly pValue: number;
}

/**
 * Every category of both sides, one against the rest: for the rare one that doubles, appears or vanishes, which a test
 * of all together can't see. p-values are unadjusted: adjust them over all of the list. Empty where a side has no
 * values or is not counted by category. Extrapolated counts are rounded.
 */
export function fisherByCategory(baseline: Distribution, current: Distribution): CategoryComparison[] {
  if (baseline.kind !== 'categories' || current.kind !== 'categories') {
    return [];
  }
  const before = roundedCounts(baseline.byCategory, baseline.rest);
  const after = roundedCounts(current.byCategory, current.rest);
  if (before.total === 0 || after.total === 0) {
    return [];
  }
  const categories = new Set([...before.byCategory.keys(), ...after.byCategory.keys()]);
  const comparisons: CategoryComparison[] = [];
  for (const category of categories) {
    const baselineCount = countOf(category, before);
    const currentCount = countOf(category, after);
    if (baselineCount !== 0 || currentCount !== 0) {
      comparisons.push(compare(category, baselineCount, currentCount, before, after));
    }
  }
  return comparisons;
}

function compare(
  category: string,
  baselineCount: number | null,
  currentCount: number | null,
  before: RoundedCounts,
  after: RoundedCounts
): CategoryComparison {
  const a = baselineCount ?? likest(currentCount ?? 0, after.total, before);
  const c = currentCount ?? likest(baselineCount ?? 0, before.total, after);
  return {
    category,
    baselineCount,
    currentCount,
    baselineShare: baselineCount === null ? null : baselineCount / before.total,
    currentShare: currentCount === null ? null : currentCount / after.total,
    pValue: fisherExactPValue(a, before.total - a, c, after.total - c),
  };
}

/** null where the category may be among the rest. */
function countOf(category: string, { byCategory, rest }: RoundedCounts): number | null {
  return byCategory.get(category) ?? (rest > 0 ? null : 0);
}

/** The count of at most the side's rest whose share is nearest to `count` of `otherTotal`. */
function likest(count: number, otherTotal: number, { total, rest }: RoundedCounts): number {
  return Math.min(rest, Math.round((count / otherTotal) * total));
}

interface RoundedCounts {
  readonly byCategory: ReadonlyMap<string, number>;
  readonly rest: number;
  readonly total: number;
}

function roundedCounts(byCategory: ReadonlyMap<string, number>, rest: number): RoundedCounts {
  const rounded = new Map<string, number>();
  let total = Math.round(rest);
  for (const [category, count] of byCategory) {
    rounded.set(category, Math.round(count));
    total += Math.round(count);
  }
  return { byCategory: rounded, rest: Math.round(rest), total };
}
