import type { JudgedCategory } from './categoryFindings';
import type { Effect } from './Effect';

const DOUBLED = 2;

/** As much of a category as its effect needs. */
export type CategoryCounts = Pick<JudgedCategory, 'baselineCount' | 'currentCount' | 'large' | 'notable'>;

/**
 * A single category's share passes if it at least doubled or halved, is new or gone. The size is the ratio of the shares
 * the larger over the smaller, with half a count added so that it exists for new and vanished categories too.
 */
export function categoryShareEffect(category: CategoryCounts | undefined, n: number, m: number): Effect {
  const size = category === undefined ? null : smoothedRatio(category, n, m);
  const { large, notable } = category ?? { large: false, notable: false };
  return {
    name: 'category_share',
    size,
    expected: null,
    threshold: DOUBLED,
    large,
    notable,
    hidden: null,
    gates: [],
  };
}

function smoothedRatio({ baselineCount, currentCount }: CategoryCounts, n: number, m: number): number {
  const before = (baselineCount + 0.5) / (n + 1);
  const after = (currentCount + 0.5) / (m + 1);
  return Math.max(before / after, after / before);
}
