import { quantileOfSorted } from '../../../distribution/quantile';
import { sortNumbers } from '../../../distribution/sortNumbers';
import type { Aggregate } from '../../../query/measure';

export interface MeasuredColumn {
  readonly aggregate: Aggregate;
  /** 1 for each row that the measure's own query lets through; null for all. */
  readonly kept: Uint8Array | null;
  /** Counting: 1 for each row that has a value; null for all. */
  readonly present: Uint8Array | null;
  /** NaN where there is no number; null where rows are counted. */
  readonly values: Float64Array | null;
}

/** The aggregate over some rows; null where there is no value to aggregate. Percentiles are type 7, as NumPy's. */
export function aggregateRows({ aggregate, kept, present, values }: MeasuredColumn, rows: Int32Array): number | null {
  const takes = (row: number) => (kept === null || kept[row] === 1) && (present === null || present[row] === 1);
  if (values === null) {
    return rows.reduce((sum, row) => sum + Number(takes(row)), 0);
  }
  const taken = Float64Array.from(
    rows.filter((row) => takes(row) && Number.isFinite(values[row])),
    (row) => values[row]
  );
  if (aggregate === 'sum') {
    return taken.reduce((sum, value) => sum + value, 0);
  }
  if (taken.length === 0) {
    return null;
  }
  switch (aggregate) {
    case 'avg':
      return taken.reduce((sum, value) => sum + value, 0) / taken.length;
    case 'min':
      return taken.reduce((a, b) => Math.min(a, b));
    case 'max':
      return taken.reduce((a, b) => Math.max(a, b));
    default:
      return quantileOfSorted(sortNumbers(taken), Number(aggregate.slice(1)) / 100);
  }
}
