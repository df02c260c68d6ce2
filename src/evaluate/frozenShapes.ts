import type { DistributionSet, FrozenShape } from '../sources/Source';

/**
 * The edges and categories of a baseline, for the current side to be counted by. Categories are frozen only where the
 * baseline does not list all of its own: otherwise those that are new would be lost in the rest.
 */
export function frozenShapes({ cells }: DistributionSet): ReadonlyMap<string, FrozenShape> {
  const shapes = new Map<string, FrozenShape>();
  const categories = new Map<string, Set<string>>();
  for (const { feature, distribution } of cells) {
    if (distribution.kind === 'histogram') {
      const known = shapes.get(feature);
      const isFiner = known?.kind !== 'edges' || known.edges.length < distribution.edges.length;
      if (isFiner) {
        shapes.set(feature, { kind: 'edges', edges: distribution.edges });
      }
    } else if (distribution.kind === 'categories' && distribution.rest > 0) {
      const listed = categories.get(feature) ?? new Set<string>();
      distribution.byCategory.forEach((_, category) => listed.add(category));
      categories.set(feature, listed);
    }
  }
  categories.forEach((listed, feature) => shapes.set(feature, { kind: 'categories', categories: [...listed] }));
  return shapes;
}
