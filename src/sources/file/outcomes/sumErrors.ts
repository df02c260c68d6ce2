import type { ErrorSums } from '../../../outcomes/ErrorSums';

/** What is known of the errors p − y of some rows, which all have both. `sorted` with all errors, where they are wanted. */
export function sumErrors(
  predicted: Float64Array,
  actual: Float64Array,
  rows: Int32Array,
  withSorted: boolean
): ErrorSums {
  const count = rows.length;
  let [sumActual, sumPredicted] = [0, 0];
  for (const row of rows) {
    sumActual += actual[row];
    sumPredicted += predicted[row];
  }
  const [meanActual, meanPredicted] = count === 0 ? [0, 0] : [sumActual / count, sumPredicted / count];
  let [squaresActual, squaresPredicted, products] = [0, 0, 0];
  let [absolute, squares, fourth] = [0, 0, 0];
  const relative = { sum: 0, squares: 0, zeros: 0 };
  const symmetric = { sum: 0, squares: 0 };
  const errors = withSorted ? new Float64Array(count) : null;
  for (let i = 0; i < count; i++) {
    const [y, p] = [actual[rows[i]], predicted[rows[i]]];
    const error = p - y;
    const size = Math.abs(error);
    squaresActual += (y - meanActual) ** 2;
    squaresPredicted += (p - meanPredicted) ** 2;
    products += (y - meanActual) * (p - meanPredicted);
    absolute += size;
    squares += size ** 2;
    fourth += size ** 4;
    if (y === 0) {
      relative.zeros++;
    } else {
      relative.sum += size / Math.abs(y);
      relative.squares += (size / Math.abs(y)) ** 2;
    }
    const share = size === 0 ? 0 : (2 * size) / (Math.abs(p) + Math.abs(y));
    symmetric.sum += share;
    symmetric.squares += share ** 2;
    if (errors !== null) {
      errors[i] = error;
    }
  }
  return {
    ...{ rows: count, meanActual, meanPredicted, squaresActual, squaresPredicted, products },
    ...{ absolute: { low: absolute, high: absolute }, squares, fourth, relative, symmetric },
    ...(errors !== null && { sorted: errors.sort() }),
  };
}
