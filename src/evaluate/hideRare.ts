import type { Categories, Distribution } from '../distribution/Distribution';
import { foldCategories } from '../distribution/foldCategories';

/** Puts categories that both sides together have fewer times than the minimum into the rest, for privacy. */
export function hideRare(baseline: Distribution, current: Distribution, minimum: number): [Distribution, Distribution] {
  if (minimum <= 1 || baseline.kind !== 'categories' || current.kind !== 'categories') {
    return [baseline, current];
  }
  const kept = commonCategories(baseline, current, minimum);
  return [foldCategories(baseline, kept), foldCategories(current, kept)];
}

function commonCategories(baseline: Categories, current: Categories, minimum: number): Set<string> {
  const names = new Set([...baseline.byCategory.keys(), ...current.byCategory.keys()]);
  const count = (name: string) => (baseline.byCategory.get(name) ?? 0) + (current.byCategory.get(name) ?? 0);
  return new Set([...names].filter((name) => count(name) >= minimum));
}
