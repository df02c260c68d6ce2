import type { Categories, Samples } from '../../../distribution/Distribution';
import { textLength } from '../../../distribution/textLength';
import { thinned } from '../../../distribution/cluster/thinned';
import {
  type Effective,
  effectiveSize,
  squaresOfCategories,
  squaresOfNumbers,
} from '../../../distribution/cluster/designEffect';
import { PRESENT, type TextColumn } from '../columns/Column';
import type { FeatureColumn } from './distributionOfRows';

/** The distribution as one of as many independent values as the rows are worth; those without a cluster stand for themselves. */
export function clustered(
  distribution: Samples | Categories,
  feature: FeatureColumn,
  rows: Int32Array,
  clusters: TextColumn
): { readonly distribution: Samples | Categories; readonly size: Effective } {
  const present = rows.filter((row) => isPresent(feature, row));
  const own = new Map<number, number>();
  let alone = 0;
  const ids = Int32Array.from(present, (row) => {
    const code = clusters.codes[row] < 0 ? -1 - ++alone : clusters.codes[row];
    const id = own.get(code) ?? own.size;
    own.set(code, id);
    return id;
  });
  const sizes = new Array<number>(own.size).fill(0);
  ids.forEach((id) => sizes[id]++);
  const size = effectiveSize(sizes, squaresOf(feature, present, ids, own.size));
  const share = size.rows === 0 ? 1 : Math.min(1, size.effective / size.rows);
  return { distribution: thinned(distribution, share), size };
}

function isPresent(feature: FeatureColumn, row: number): boolean {
  if (feature.type !== 'numeric') {
    return feature.column.codes[row] >= 0;
  }
  const { values, states } = feature.column;
  return (states === null || states[row] === PRESENT) && !Number.isNaN(values[row]);
}

function squaresOf(feature: FeatureColumn, rows: Int32Array, ids: Int32Array, count: number) {
  if (feature.type === 'numeric') {
    const { values } = feature.column;
    return squaresOfNumbers(
      Float64Array.from(rows, (row) => values[row]),
      ids,
      count
    );
  }
  const { codes, dictionary } = feature.column;
  return feature.type === 'text'
    ? squaresOfNumbers(
        Float64Array.from(rows, (row) => textLength(dictionary[codes[row]])),
        ids,
        count
      )
    : squaresOfCategories(
        Int32Array.from(rows, (row) => codes[row]),
        ids,
        count
      );
}
