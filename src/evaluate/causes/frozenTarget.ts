import type { Distribution, Histogram } from '../../distribution/Distribution';
import { nextDouble } from '../../distribution/nextDouble';
import { numberOfValues } from '../../distribution/numberOfValues';
import { quantile } from '../../distribution/quantile';
import type { FrozenShape } from '../../sources/Source';
import type { WindowedVerdict } from '../Result';

/** Edges between which each slice is counted: bounded, since a store counts between all of them in every slice. */
const MOST_EDGES = 200;
const FEW_VALUES = 80;

/** What both sides of every slice are counted by, from the distributions of all rows: edges, or categories where some have a rest. */
export function frozenTarget({ comparison }: WindowedVerdict): FrozenShape | null {
  const { baseline, current, type } = comparison;
  if (type !== 'numeric') {
    return frozenCategories(baseline, current);
  }
  const edges = new Set<number>([-Infinity, Infinity]);
  const ranges = [baseline, current].filter((one) => numberOfValues(one) > 0).map(rangeOf);
  const [low, high] = [Math.min(...ranges.map(([one]) => one)), Math.max(...ranges.map(([, one]) => one))];
  [low, nextDouble(high)].filter(Number.isFinite).forEach((edge) => edges.add(edge));
  for (const one of [baseline, current]) {
    placesOf(one).forEach((edge) => edges.add(edge + 0));
  }
  return { kind: 'edges', edges: Float64Array.from(edges).sort() };
}

function frozenCategories(...sides: readonly Distribution[]): FrozenShape | null {
  const categories = sides.flatMap((one) => (one.kind === 'categories' ? [...one.byCategory.keys()] : []));
  const hasRest = sides.some((one) => one.kind === 'categories' && one.rest > 0);
  return hasRest ? { kind: 'categories', categories: [...new Set(categories)] } : null;
}

function rangeOf(distribution: Distribution): [number, number] {
  if (distribution.kind === 'samples') {
    return [distribution.sorted[0], distribution.sorted[distribution.sorted.length - 1]];
  }
  if (distribution.kind === 'histogram') {
    const { edges, bins, minimum, maximum } = distribution;
    const first = bins.findIndex((count) => count > 0);
    return [minimum ?? edges[first], maximum ?? edges[bins.findLastIndex((count) => count > 0) + 1]];
  }
  return [Infinity, -Infinity];
}

/** Of few values each has a bucket of its own; else edges that part the rows about evenly, and frequent values apart. */
function placesOf(distribution: Distribution): number[] {
  if (distribution.kind === 'samples') {
    const different = [...new Set(distribution.sorted)];
    return different.length <= FEW_VALUES
      ? different.flatMap((value) => [value, nextDouble(value)])
      : quantilesOf(distribution);
  }
  return distribution.kind === 'histogram' ? thinned(distribution) : [];
}

function quantilesOf(distribution: Distribution): number[] {
  const half = MOST_EDGES / 2;
  const found = Array.from({ length: half - 1 }, (_, i) => quantile(distribution, (i + 1) / half));
  return found.flatMap((value, i) =>
    value === null ? [] : value === found[i + 1] ? [value, nextDouble(value)] : [value]
  );
}

/** Neighboring bins are joined until each has its part of the rows. */
function thinned({ edges, bins }: Histogram): number[] {
  const total = bins.reduce((sum, count) => sum + count, 0);
  const least = total / (MOST_EDGES / 2);
  const kept = [edges[0]];
  let filled = 0;
  bins.forEach((count, bin) => {
    const isFull = filled > 0 && filled + count > least;
    if (isFull && kept[kept.length - 1] !== edges[bin]) {
      kept.push(edges[bin]);
      filled = 0;
    }
    filled += count;
  });
  return [...kept, edges[edges.length - 1]].filter(Number.isFinite);
}
