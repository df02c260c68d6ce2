import type { CountedSeries } from './CountedSeries';

/** Counts of a series in the columns that are compared, and what a difference in each counts. */
export interface ShareColumns {
  readonly columns: number;
  /** Rows of each window, 0 where it does not take part. */
  readonly rows: Float64Array;
  /**
   * (windows + 1) × columns, row-major, the first row 0: rows up to each edge, rows of each category, or rows without a
   * value. The row in front makes room for running sums in place: `windowSums`.
   */
  readonly counts: Float64Array;
  readonly weights: Float64Array;
}

/** Numbers are compared by how many rows lie up to each edge, categories and missing values by their rows. */
export function shareColumns(series: CountedSeries): ShareColumns {
  const { kind, bins, counts, present } = series;
  const windows = present.length;
  const first = kind === 'missing' ? 1 : 0;
  const columns = kind === 'values' ? bins - 1 : bins - first;
  const compared = new Float64Array((windows + 1) * columns);
  const rows = new Float64Array(windows);
  for (let window = 0; window < windows; window++) {
    if (present[window] === 0) {
      continue;
    }
    let total = 0;
    for (let bin = 0; bin < bins; bin++) {
      const count = counts[window * bins + bin];
      total += count;
      const column = bin - first;
      if (column >= 0 && column < columns) {
        compared[(window + 1) * columns + column] = kind === 'values' ? total : count;
      }
    }
    rows[window] = total;
  }
  return { columns, rows, counts: compared, weights: weightsOf(series, columns) };
}

function weightsOf({ kind, widths }: CountedSeries, columns: number): Float64Array {
  if (kind !== 'values') {
    return new Float64Array(columns).fill(kind === 'categories' ? 0.5 : 1);
  }
  if (widths?.length !== columns) {
    throw new RangeError(`${columns} edges need as many widths, not ${widths?.length ?? 0}`);
  }
  return widths;
}
