/** Bins in which windows are counted, frozen before the first of them is judged. */
export type CountedShape = CutsShape | CategoriesShape;

/** Numbers: one bin more than there are cuts, those at both ends open. */
export interface CutsShape {
  readonly kind: 'edges';
  /** Strictly ascending, finite. */
  readonly edges: Float64Array;
  /** Whether a value at a cut lies below it (`right`, as in Prometheus) or above it (`left`). */
  readonly closed: 'left' | 'right';
}

/** One bin for each category, and a last one for all others. */
export interface CategoriesShape {
  readonly kind: 'categories';
  readonly categories: readonly string[];
}

export function binsOf(shape: CountedShape): number {
  return shape.kind === 'edges' ? shape.edges.length + 1 : shape.categories.length + 1;
}
