import { binsOf, type CountedShape } from '../../distribution/counted/CountedShape';
import { countOn } from '../../distribution/counted/countOn';
import type { Distribution } from '../../distribution/Distribution';
import { numberOfValues } from '../../distribution/numberOfValues';
import type { DistributionCell } from '../../sources/Source';
import type { CountedShapes } from './shapesOf';

const SKETCH = 'Only quantiles are known here: windows can be compared over time by counts between fixed bounds alone.';
const TEXT =
  'Texts are not counted over time: set the type to categorical, or use "significance": "iid" for their lengths.';
const OTHER_BUCKETS =
  "The buckets here are not those of the calibration: how many values lie between its bounds can't be told.";
const LIMITS =
  "Not all series have the same buckets: how many values lie between the calibration's bounds is known within limits only.";

/** The cells with their values counted in the bins of the shapes; where that can't be done they say why. */
export function countedCells(cells: readonly DistributionCell[], shapes: CountedShapes): DistributionCell[] {
  return cells.map((cell) => {
    const { distribution, between, contradicted, ...rest } = cell;
    const shape = shapes.get(cell.feature);
    if (shape === undefined) {
      // The calibration has no values: how those that came later lie says nothing.
      return { ...rest, distribution: withoutShape(distribution) };
    }
    const counts = countOn(distribution, shape);
    const isUnsure = between !== undefined || (contradicted ?? []).length > 0;
    const undecided = cell.undecided ?? (isUnsure ? LIMITS : counts === null ? whyNot(distribution) : undefined);
    return {
      ...rest,
      distribution: counted(distribution, shape, counts ?? new Float64Array(binsOf(shape))),
      ...(undecided !== undefined && { undecided }),
    };
  });
}

/** Only how many there are. */
function withoutShape(distribution: Distribution): Distribution {
  const { counts } = distribution;
  const size = numberOfValues(distribution);
  return distribution.kind === 'categories'
    ? { ...distribution, byCategory: new Map(), rest: size }
    : { kind: 'histogram', counts, edges: WHOLE, bins: Float64Array.of(size), closed: 'left', guarantee: 'exact' };
}

const WHOLE = Float64Array.of(-Infinity, Infinity);

function whyNot(distribution: Distribution): string {
  if (distribution.kind === 'categories' && distribution.text !== undefined) {
    return TEXT;
  }
  return distribution.kind === 'quantiles' ? SKETCH : OTHER_BUCKETS;
}

function counted(distribution: Distribution, shape: CountedShape, counts: Float64Array): Distribution {
  if (shape.kind === 'categories') {
    const { categories } = shape;
    return {
      kind: 'categories',
      counts: distribution.counts,
      byCategory: new Map(categories.map((category, i) => [category, counts[i]])),
      rest: counts[categories.length],
      guarantee: guaranteeOf(distribution),
    };
  }
  return {
    kind: 'histogram',
    counts: distribution.counts,
    edges: openEdges(shape),
    bins: counts,
    closed: shape.closed,
    guarantee: guaranteeOf(distribution),
  };
}

const OPEN = new WeakMap<CountedShape, Float64Array>();

/** One array for all cells of a shape. */
function openEdges(shape: CountedShape & { kind: 'edges' }): Float64Array {
  const known = OPEN.get(shape) ?? Float64Array.of(-Infinity, ...shape.edges, Infinity);
  OPEN.set(shape, known);
  return known;
}

function guaranteeOf(distribution: Distribution): 'exact' | 'approximate' {
  return distribution.kind === 'samples' || (distribution.kind !== 'quantiles' && distribution.guarantee === 'exact')
    ? 'exact'
    : 'approximate';
}

/** The shape in which a cell was counted; null where it was not. */
export function shapeOfCounted({ kind, ...distribution }: Distribution): CountedShape | null {
  if (kind === 'categories' && 'byCategory' in distribution) {
    const categories = [...distribution.byCategory.keys()];
    return categories.length === 0 ? null : { kind, categories };
  }
  return kind === 'histogram' && 'edges' in distribution && distribution.edges.length > 2
    ? { kind: 'edges', edges: distribution.edges.slice(1, -1), closed: distribution.closed }
    : null;
}
