import type { CategoriesShape, CountedShape, CutsShape } from '../../distribution/counted/CountedShape';
import type { Categories, Distribution, Histogram, Samples } from '../../distribution/Distribution';
import { mergeDistributions } from '../../distribution/merge/mergeDistributions';
import { inOneSpelling } from '../../distribution/spelledAs';
import { countsOf } from '../../distribution/valueCounts';
import type { DistributionCell } from '../../sources/Source';
import { chooseBounds, placeCuts } from './placeCuts';

/** Categories that are counted on their own; all others are one. */
const LISTED = 20;

/** By feature name. */
export type CountedShapes = ReadonlyMap<string, CountedShape>;

/**
 * The bins of each feature, by its cells in the calibration, of all segments together. `isPlaced`: cuts may lie anywhere;
 * else only at bounds of the store's buckets. A feature without values there, or of which only quantiles are known, has none.
 */
export function shapesOf(cells: readonly DistributionCell[], isPlaced: boolean, minimumCount = 0): CountedShapes {
  const byFeature = new Map<string, Distribution[]>();
  for (const { feature, distribution, undecided, unreadable } of cells) {
    if (undecided === undefined && unreadable === undefined) {
      byFeature.set(feature, [...(byFeature.get(feature) ?? []), distribution]);
    }
  }
  const shapes = new Map<string, CountedShape>();
  byFeature.forEach((distributions, feature) => {
    const shape = shapeOf(distributions, isPlaced, minimumCount);
    if (shape !== null) {
      shapes.set(feature, shape);
    }
  });
  return shapes;
}

function shapeOf(all: readonly Distribution[], isPlaced: boolean, minimumCount: number): CountedShape | null {
  const categories = all.filter((one): one is Categories => one.kind === 'categories');
  if (categories.length > 0) {
    return categoriesShape(categories, minimumCount);
  }
  const samples = all.filter((one): one is Samples => one.kind === 'samples');
  const histograms = all.filter((one): one is Histogram => one.kind === 'histogram' && one.bins.length > 0);
  if (histograms.length === 0) {
    return placeCuts(pooled(samples));
  }
  const merged = histograms.slice(1).reduce<Distribution>((a, b) => mergeDistributions(a, b), histograms[0]);
  return merged.kind === 'histogram' ? cutsOf(merged, isPlaced) : null;
}

function cutsOf(merged: Histogram, isPlaced: boolean): CutsShape | null {
  return isPlaced ? placeCuts(merged) : chooseBounds(merged);
}

/** All at once: merged one by one, thousands of samples would be copied thousands of times. */
function pooled(all: readonly Samples[]): Samples {
  const sorted = new Float64Array(all.reduce((sum, one) => sum + one.sorted.length, 0));
  let at = 0;
  for (const one of all) {
    sorted.set(one.sorted, at);
    at += one.sorted.length;
  }
  return { kind: 'samples', counts: countsOf(sorted.length), sorted: sorted.sort() };
}

/** The most frequent; of equally frequent ones the alphabetically first. None is named that fewer rows have than may be. */
function categoriesShape(all: readonly Categories[], minimumCount: number): CategoriesShape | null {
  const counts = new Map<string, number>();
  for (const { byCategory } of all) {
    byCategory.forEach((count, category) => counts.set(category, (counts.get(category) ?? 0) + count));
  }
  const { byCategory } = inOneSpelling({ ...all[0], byCategory: counts, rest: 0 });
  const categories = [...byCategory]
    .filter(([, count]) => count > 0 && count >= minimumCount)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, LISTED)
    .map(([category]) => category);
  return categories.length === 0 ? null : { kind: 'categories', categories };
}
