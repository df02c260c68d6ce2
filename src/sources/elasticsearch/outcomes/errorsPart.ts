import type { ErrorSums } from '../../../outcomes/ErrorSums';
import { type Aggregation, below, type Bucket, bucketsOf, numberOf } from '../client/SearchAnswer';
import type { StoreField } from '../fields/StoreField';
import { boundAbsolute, type GridCell } from './boundAbsolute';
import type { OutcomePart, PartAbout, PartOutcomes } from './OutcomePart';
import { momentsIn, productAggs, type Products, squaredErrors } from './productAggs';
import { computed } from './rowScript';

/** Cells of the grid in which rows of a day lie, about. */
const USUAL_CELLS = 300;

export interface ErrorCounting {
  readonly products: Products;
  /** Side of the grid's cells; null where there are no errors to be bounded. */
  readonly side: number | null;
  /** Whether the store runs scripts: then it adds up the sizes themselves, and no grid is counted. */
  readonly computes?: boolean;
}

/** Sums of a forecast's errors: squares from moments, sizes by a script, or between bounds from a grid of predicted by actual numbers. */
export function errorsPart(
  prediction: StoreField,
  label: StoreField,
  known: unknown,
  { products, side, computes = false }: ErrorCounting,
  name = 'knownErrors'
): OutcomePart {
  const pair = { actual: label.counted, predicted: prediction.counted };
  const [p, y] = [{ field: pair.predicted }, { field: pair.actual }];
  const cells = {
    byActual: { histogram: { ...y, interval: side, min_doc_count: 1 }, aggs: { p: { sum: p }, y: { sum: y } } },
  };
  const size = computed({ predicted: prediction, actual: label }, 'Math.abs(predicted - actual)');
  const grid = computes
    ? { size: { sum: size } }
    : side === null
      ? {}
      : { grid: { histogram: { ...p, interval: side, min_doc_count: 1 }, aggs: cells } };
  return {
    aggs: { [name]: { filter: known, aggs: { ...productAggs(pair, products), ...grid } } },
    weight: computes ? 8 : USUAL_CELLS,
    read,
  };

  function read(answer: Bucket, { isWeighted, several }: PartAbout): PartOutcomes {
    const rows = below(answer, name);
    const labelled = numberOf(rows, 'doc_count') ?? 0;
    if (isWeighted) {
      return { labelled };
    }
    const counts = ['actual', 'predicted'].map((side) => numberOf(below(rows, side), 'count') ?? 0);
    if (counts.some((count) => count > labelled)) {
      several(counts[0] > labelled ? label : prediction);
      return { labelled };
    }
    const moments = momentsIn(rows, pair, products);
    return moments === null ? { labelled } : { labelled, errors: errorsOf(moments, rows) };
  }

  function errorsOf(moments: Parameters<typeof squaredErrors>[0], rows: Aggregation): ErrorSums {
    const squares = squaredErrors(moments);
    if (computes) {
      const sum = numberOf(below(rows, 'size'), 'value') ?? 0;
      return { ...moments, absolute: { low: sum, high: sum } };
    }
    const absolute = side === null ? { low: 0, high: 0 } : boundAbsolute(gridIn(rows), side, squares);
    return { ...moments, absolute };
  }
}

function gridIn(rows: Aggregation): GridCell[] {
  return bucketsOf(rows, 'grid').flatMap((column) =>
    bucketsOf(column, 'byActual').map((cell) => ({
      rows: cell.doc_count,
      predicted: numberOf(below(cell, 'p'), 'value') ?? 0,
      actual: numberOf(below(cell, 'y'), 'value') ?? 0,
      isDiagonal: cell.key === column.key,
    }))
  );
}
