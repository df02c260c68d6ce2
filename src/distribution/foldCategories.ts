import type { Categories } from './Distribution';

/** The same counts with every category that is not kept put into the rest. */
export function foldCategories(categories: Categories, keep: ReadonlySet<string>): Categories {
  const byCategory = new Map<string, number>();
  let rest = categories.rest;
  for (const [category, count] of categories.byCategory) {
    if (keep.has(category)) {
      byCategory.set(category, count);
    } else {
      rest += count;
    }
  }
  return { ...categories, byCategory, rest };
}

/** The most frequent categories of all the given counts together; ties go to the alphabetically first. */
export function topCategories(all: readonly Categories[], limit: number): string[] {
  const shares = new Map<string, number>();
  for (const { byCategory, rest } of all) {
    const total = [...byCategory.values()].reduce((sum, count) => sum + count, rest);
    for (const [category, count] of byCategory) {
      shares.set(category, (shares.get(category) ?? 0) + (total > 0 ? count / total : 0));
    }
  }
  return [...shares]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([category]) => category);
}
