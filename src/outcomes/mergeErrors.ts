import type { ErrorSums } from './ErrorSums';

/** Errors of several sets of rows as those of all: moments by the pairwise update of Chan, Golub and LeVeque (1979). */
export function mergeErrors(parts: readonly ErrorSums[]): ErrorSums {
  const filled = parts.filter(({ rows }) => rows > 0);
  if (filled.length === 0) {
    return parts[0];
  }
  return filled.reduce(mergeTwo);
}

function mergeTwo(a: ErrorSums, b: ErrorSums): ErrorSums {
  const rows = a.rows + b.rows;
  const actual = b.meanActual - a.meanActual;
  const predicted = b.meanPredicted - a.meanPredicted;
  const weight = (a.rows * b.rows) / rows;
  return {
    rows,
    meanActual: a.meanActual + (actual * b.rows) / rows,
    meanPredicted: a.meanPredicted + (predicted * b.rows) / rows,
    squaresActual: a.squaresActual + b.squaresActual + actual * actual * weight,
    squaresPredicted: a.squaresPredicted + b.squaresPredicted + predicted * predicted * weight,
    products: a.products + b.products + actual * predicted * weight,
    absolute: { low: a.absolute.low + b.absolute.low, high: a.absolute.high + b.absolute.high },
    ...(a.squares !== undefined && b.squares !== undefined && { squares: a.squares + b.squares }),
    ...(a.fourth !== undefined && b.fourth !== undefined && { fourth: a.fourth + b.fourth }),
    ...(a.relative &&
      b.relative && {
        relative: {
          sum: a.relative.sum + b.relative.sum,
          squares: a.relative.squares + b.relative.squares,
          zeros: a.relative.zeros + b.relative.zeros,
        },
      }),
    ...(a.symmetric &&
      b.symmetric && {
        symmetric: { sum: a.symmetric.sum + b.symmetric.sum, squares: a.symmetric.squares + b.symmetric.squares },
      }),
    ...(a.sorted && b.sorted && { sorted: mergeSorted(a.sorted, b.sorted) }),
  };
}

function mergeSorted(a: Float64Array, b: Float64Array): Float64Array {
  const merged = new Float64Array(a.length + b.length);
  let i = 0;
  let j = 0;
  for (let k = 0; k < merged.length; k++) {
    merged[k] = j >= b.length || (i < a.length && a[i] <= b[j]) ? a[i++] : b[j++];
  }
  return merged;
}
