import type { FrozenShape } from '../../sources/Source';

const MOST_PARTS = 12;

/**
 * Shapes of few parts, for many short slices: whether a value stays the same is told by its extremes, and whether every row
 * stands twice by all features together, so that few counts of each are enough.
 */
export function coarseShapes(shapes: ReadonlyMap<string, FrozenShape>): ReadonlyMap<string, FrozenShape> {
  return new Map(Array.from(shapes, ([name, shape]) => [name, coarse(shape)]));
}

function coarse(shape: FrozenShape): FrozenShape {
  if (shape.kind === 'categories') {
    return { ...shape, categories: shape.categories.slice(0, MOST_PARTS) };
  }
  const every = Math.ceil(shape.edges.length / MOST_PARTS);
  return { ...shape, edges: shape.edges.filter((_, i) => i % every === 0) };
}
