/** Rows that stand for values: the product of two rows is the kernel of two values. */
export interface GaussianFactor {
  /** Row-major, `rank` numbers a value. */
  readonly rows: Float64Array;
  readonly rank: number;
  /** Whether every product is the kernel to 1e-13. */
  readonly isComplete: boolean;
}

const TOLERANCE = 1e-13;
const MOST_COLUMNS = 256;

/**
 * Kernel exp(−(x − y)²) of all pairs of values as products of short rows, by pivoted Cholesky (S. Fine and K. Scheinberg,
 * "Efficient SVM training using low-rank kernel representations", 2001): on a line some dozen columns are enough. Where
 * far outliers need more than 256, what is left out lies on the diagonal, which an unbiased statistic doesn't use.
 */
export function gaussianFactor(values: Float64Array): GaussianFactor {
  const size = values.length;
  const most = Math.min(size, MOST_COLUMNS);
  const left = new Float64Array(size).fill(1);
  const columns: Float64Array[] = [];
  let pivot = 0;
  while (columns.length < most && left[pivot] > TOLERANCE) {
    const column = kernelColumn(values, pivot, columns);
    const scale = 1 / Math.sqrt(left[pivot]);
    for (let i = 0; i < size; i++) {
      column[i] *= scale;
      left[i] -= column[i] * column[i];
    }
    left[pivot] = 0;
    columns.push(column);
    pivot = largestAt(left);
  }
  return { rows: transposed(columns, size), rank: columns.length, isComplete: left[pivot] <= TOLERANCE };
}

/** Kernel of every value with the pivot, less what the columns so far account for. */
function kernelColumn(values: Float64Array, pivot: number, columns: Float64Array[]): Float64Array {
  const column = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const distance = values[i] - values[pivot];
    column[i] = Math.exp(-distance * distance);
  }
  for (const earlier of columns) {
    const factor = earlier[pivot];
    for (let i = 0; i < column.length; i++) {
      column[i] -= factor * earlier[i];
    }
  }
  return column;
}

function largestAt(values: Float64Array): number {
  let at = 0;
  for (let i = 1; i < values.length; i++) {
    if (values[i] > values[at]) {
      at = i;
    }
  }
  return at;
}

function transposed(columns: Float64Array[], size: number): Float64Array {
  const rows = new Float64Array(size * columns.length);
  columns.forEach((column, k) => {
    for (let i = 0; i < size; i++) {
      rows[i * columns.length + k] = column[i];
    }
  });
  return rows;
}
