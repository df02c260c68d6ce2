import type { Category } from '../../../frames/distribution/readDistribution';
import type { CategoryFinding } from '../../../verdict/Verdict';

export interface CategoryBar extends Category {
  /** What was found about the category by itself. */
  readonly change: CategoryFinding['change'] | null;
  /** How many categories a bar of the rest stands for beside those the query has folded already; 0 elsewhere. */
  readonly folded: number;
}

/**
 * The bars to draw: the largest share of either side first, the rest last. What does not fit is added to the rest; up to
 * half of the room is for categories that something was found about, however small they are.
 */
export function foldCategories(
  categories: readonly Category[],
  findings: readonly CategoryFinding[],
  most: number
): CategoryBar[] {
  const changes = new Map(findings.map(({ category, change }) => [category, change]));
  const listed = withFound(categories, findings);
  const named = listed.filter(({ isRest }) => !isRest).sort(bySize);
  const rest = listed.find(({ isRest }) => isRest);
  const fits = named.length + (rest ? 1 : 0) <= Math.max(1, most);
  const room = fits ? named.length : Math.max(1, most - 1);
  const found = named.filter(({ category }) => changes.has(category)).slice(0, Math.ceil(room / 2));
  const kept = new Set([
    ...found,
    ...named.filter((category) => !found.includes(category)).slice(0, room - found.length),
  ]);
  const bars = named
    .filter((category) => kept.has(category))
    .map((category): CategoryBar => ({ ...category, change: changes.get(category.category) ?? null, folded: 0 }));
  const folded = named.filter((category) => !kept.has(category));
  return rest || folded.length > 0 ? [...bars, restBar(rest, folded)] : bars;
}

/** Categories that something was found about may be too small for the query's list: they are taken out of its rest. */
function withFound(categories: readonly Category[], findings: readonly CategoryFinding[]): readonly Category[] {
  const rest = categories.find(({ isRest }) => isRest);
  const names = new Set(categories.map(({ category }) => category));
  const found = findings.filter(({ category }) => !names.has(category)).map(fromFinding);
  if (!rest || found.length === 0) {
    return categories;
  }
  const left = (key: keyof Pick<Category, 'baseline' | 'current' | 'baselineShare' | 'currentShare'>) =>
    Math.max(
      0,
      found.reduce((remaining, category) => remaining - category[key], rest[key])
    );
  const remainder: Category = {
    ...rest,
    baseline: left('baseline'),
    current: left('current'),
    baselineShare: left('baselineShare'),
    currentShare: left('currentShare'),
  };
  return [...categories.filter(({ isRest }) => !isRest), ...found, remainder];
}

function fromFinding(finding: CategoryFinding): Category {
  return {
    category: finding.category,
    baseline: finding.baselineCount,
    current: finding.currentCount,
    baselineShare: finding.baselineShare,
    currentShare: finding.currentShare,
    isRest: false,
  };
}

function bySize(a: Category, b: Category): number {
  return size(b) - size(a) || (a.category < b.category ? -1 : 1);
}

function size({ baselineShare, currentShare }: Category): number {
  return Math.max(baselineShare, currentShare);
}

function restBar(rest: Category | undefined, folded: readonly Category[]): CategoryBar {
  const all = rest ? [...folded, rest] : folded;
  const sum = (key: 'baseline' | 'current' | 'baselineShare' | 'currentShare') =>
    all.reduce((total, category) => total + category[key], 0);
  return {
    category: rest ? 'all others' : `${folded.length} others`,
    baseline: sum('baseline'),
    current: sum('current'),
    baselineShare: sum('baselineShare'),
    currentShare: sum('currentShare'),
    isRest: true,
    change: null,
    folded: folded.length,
  };
}
