import type { Distribution, Histogram, Repeats } from '../distribution/Distribution';
import { pointsOf } from '../distribution/pointsOf';
import type { DistributionCell, TypedFeature } from '../sources/Source';
import { worthCounting } from '../statistics/numeric/fisherByValue';
import { Cells, type Segment, segmentsOf } from './cells';
import type { Sides } from './compare';

/** Numbers of a feature that are counted by name, at most. */
const MOST_NAMED = 1000;

/** The most frequent numbers of features, or counts of those that are named; absent where the source tells none. */
export type CountValues = (
  features: readonly TypedFeature[],
  values?: ReadonlyMap<string, readonly number[]>
) => Promise<Cells>;

export interface BothCount {
  readonly baseline?: CountValues;
  readonly current?: CountValues;
}

/**
 * Adds to histograms the numbers that many rows share, as samples tell them: each side lists its most frequent ones, and
 * then those that may be among the most frequent of both together are counted on both by name. So it doesn't depend on where
 * edges lie, nor on which shard holds which row, which numbers are tested. At most two requests a side.
 */
export async function withRepeats(sides: Sides, count: BothCount, minimumCount: number): Promise<Sides> {
  if (count.baseline === undefined && count.current === undefined) {
    return sides;
  }
  const pairsOf = pairing(sides);
  const wide = sides.features.filter((feature) => pairsOf(feature).some((pair) => isOpen(pair, count)));
  if (wide.length === 0) {
    return sides;
  }
  const listed = await countBoth(sides, wide, count);
  const listedOf = pairing(listed);
  const values = new Map(
    wide
      .map((feature) => [feature.name, valuesOf(listedOf(feature), minimumCount)] as const)
      .filter(([, wanted]) => wanted.length > 0)
  );
  const named = wide.filter(({ name }) => values.has(name));
  return named.length === 0 ? listed : await countBoth(listed, named, count, values);
}

/** The same cells with what `from` knows of their single numbers: of the same rows, between other edges. */
export function withSameRepeats(from: Pick<Cells, 'set'>, cells: Cells): Cells {
  const known = new Map(from.set.cells.map((cell) => [keyOf(cell), cell.distribution]));
  return withCells(cells, (cell, distribution) => {
    const other = known.get(keyOf(cell));
    return other?.kind === 'histogram' && other.repeats !== undefined
      ? { ...distribution, repeats: other.repeats }
      : distribution;
  });
}

interface Pair {
  readonly baseline: Distribution;
  readonly current: Distribution;
}

/** What is compared of a feature, as `compare` pairs it. */
function pairing({ windows, baselineSide, baseline, current, wholeBaseline }: Sides) {
  const segments = segmentsOf(wholeBaseline ? [current.set.cells] : [baseline.set.cells, current.set.cells]);
  return (feature: TypedFeature): Pair[] =>
    feature.type !== 'numeric'
      ? []
      : windows.flatMap((_, window) =>
          segments.map((segment: Segment) => ({
            baseline: baseline.get(baselineSide.windowOf[window], wholeBaseline ? {} : segment, feature),
            current: current.get(window, segment, feature),
          }))
        );
}

/** Whether single numbers are hidden on a side, and both sides can tell them. */
function isOpen({ baseline, current }: Pair, count: BothCount): boolean {
  const sides = [
    { side: baseline, counts: count.baseline !== undefined },
    { side: current, counts: count.current !== undefined },
  ];
  const tells = sides.every(({ side, counts }) => side.kind === 'samples' || (isExact(side) && counts));
  return tells && sides.some(({ side }) => isExact(side) && pointsOf(side) === null);
}

function isExact(side: Distribution): side is Histogram {
  return side.kind === 'histogram' && side.guarantee === 'exact';
}

/** The numbers to count by name: those that may be tested and whose counts are not known on both sides. */
function valuesOf(pairs: readonly Pair[], minimumCount: number): number[] {
  const wanted = new Set<number>();
  for (const { baseline, current } of pairs) {
    worthCounting(baseline, current, minimumCount).forEach((value) => wanted.add(value));
  }
  return [...wanted].slice(0, MOST_NAMED);
}

async function countBoth(
  sides: Sides,
  features: readonly TypedFeature[],
  count: BothCount,
  values?: ReadonlyMap<string, readonly number[]>
): Promise<Sides> {
  const [before, after] = await Promise.all([count.baseline?.(features, values), count.current?.(features, values)]);
  return {
    ...sides,
    baseline: before === undefined ? sides.baseline : added(sides.baseline, before),
    current: after === undefined ? sides.current : added(sides.current, after),
  };
}

/** Where the same rows were counted: data that came in meanwhile would not go together with the buckets. */
function added(cells: Cells, counted: Cells): Cells {
  const fresh = new Map(counted.set.cells.map((cell) => [keyOf(cell), cell.distribution]));
  return withCells(cells, (cell, distribution) => {
    const other = fresh.get(keyOf(cell));
    return other?.kind === 'histogram' && other.repeats !== undefined && isSame(distribution, other)
      ? { ...distribution, repeats: joined(distribution.repeats, other.repeats) }
      : distribution;
  });
}

function isSame({ counts, guarantee }: Histogram, other: Histogram): boolean {
  return guarantee === 'exact' && counts.total === other.counts.total;
}

function joined(listed: Repeats | undefined, named: Repeats): Repeats {
  return listed === undefined
    ? named
    : { values: new Map([...listed.values, ...named.values]), others: Math.min(listed.others, named.others) };
}

function withCells(cells: Cells, change: (cell: DistributionCell, distribution: Histogram) => Histogram): Cells {
  return new Cells({
    ...cells.set,
    cells: cells.set.cells.map((cell) =>
      cell.distribution.kind === 'histogram' ? { ...cell, distribution: change(cell, cell.distribution) } : cell
    ),
  });
}

function keyOf({ window, segment, feature }: DistributionCell): string {
  return JSON.stringify([window, Object.entries(segment).sort(([a], [b]) => (a < b ? -1 : 1)), feature]);
}
