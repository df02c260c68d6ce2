/**
 * The lower median of the distances |x_i − x_j|, i < j, of ascending finite values: exact, without forming the pairs. The
 * bit patterns of non-negative doubles are in their order, so that bisecting over them ends at the distance itself; each
 * step counts the pairs at most so far apart in one pass. 0 with fewer than two values.
 */
export function medianDistance(sorted: Float64Array): number {
  const size = sorted.length;
  if (size < 2) {
    return 0;
  }
  const wanted = Math.floor(((size * (size - 1)) / 2 + 1) / 2);
  const cell = new DataView(new ArrayBuffer(8));
  cell.setFloat64(0, Math.min(Number.MAX_VALUE, sorted[size - 1] - sorted[0]));
  let low = -1n;
  let high = cell.getBigInt64(0);
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    cell.setBigInt64(0, middle);
    if (pairsWithin(sorted, cell.getFloat64(0)) >= wanted) {
      high = middle;
    } else {
      low = middle;
    }
  }
  cell.setBigInt64(0, high);
  return cell.getFloat64(0);
}

function pairsWithin(sorted: Float64Array, distance: number): number {
  let pairs = 0;
  let from = 0;
  for (let i = 1; i < sorted.length; i++) {
    while (sorted[i] - sorted[from] > distance) {
      from++;
    }
    pairs += i - from;
  }
  return pairs;
}
