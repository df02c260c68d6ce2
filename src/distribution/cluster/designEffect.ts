/** Sums of squares between and within clusters, of any scores of the rows. */
export interface Squares {
  readonly between: number;
  readonly within: number;
}

/** How many rows there are, in how many clusters, and as how many independent ones they count. */
export interface Effective {
  readonly rows: number;
  readonly clusters: number;
  readonly effective: number;
}

/**
 * The effective sample size n / (1 + (Σm²/n − 1) ρ) of rows in clusters of m each (L. Kish, "Survey Sampling", 1965), with
 * the intraclass correlation ρ by the analysis of variance, 0 at least (S. Shrout and J. Fleiss, 1979). Rows of one cluster
 * alone are one.
 */
export function effectiveSize(sizes: readonly number[], { between, within }: Squares): Effective {
  const filled = sizes.filter((size) => size > 0);
  const [rows, clusters] = [filled.reduce((a, b) => a + b, 0), filled.length];
  if (clusters <= 1 || rows === clusters) {
    return { rows, clusters, effective: Math.min(rows, clusters) };
  }
  const squares = filled.reduce((sum, size) => sum + size * size, 0) / rows;
  const usual = (rows - squares) / (clusters - 1);
  const [msb, msw] = [between / (clusters - 1), within / (rows - clusters)];
  const correlation = msb + msw > 0 ? (msb - msw) / (msb + (usual - 1) * msw) : 0;
  const effect = 1 + (squares - 1) * Math.min(1, Math.max(0, correlation));
  return { rows, clusters, effective: Math.max(1, rows / effect) };
}

/** Of numbers, by their mid-ranks, so that no outlier decides. `clusters` is each value's cluster, from 0 on. */
export function squaresOfNumbers(values: Float64Array, clusters: Int32Array, count: number): Squares {
  const ranks = midranks(values);
  const [sums, sizes] = [new Float64Array(count), new Float64Array(count)];
  let total = 0;
  let squares = 0;
  ranks.forEach((rank, i) => {
    sums[clusters[i]] += rank;
    sizes[clusters[i]]++;
    total += rank;
    squares += rank * rank;
  });
  const ofMeans = sums.reduce((sum, one, i) => sum + (sizes[i] > 0 ? (one * one) / sizes[i] : 0), 0);
  return { between: ofMeans - (total * total) / Math.max(1, values.length), within: squares - ofMeans };
}

/** Of categories: as one score of 0 and 1 for each of them. */
export function squaresOfCategories(codes: Int32Array, clusters: Int32Array, count: number): Squares {
  const both = new Map<number, number>();
  const totals = new Map<number, number>();
  const sizes = new Float64Array(count);
  codes.forEach((code, i) => {
    const key = code * count + clusters[i];
    both.set(key, (both.get(key) ?? 0) + 1);
    totals.set(code, (totals.get(code) ?? 0) + 1);
    sizes[clusters[i]]++;
  });
  let ofMeans = 0;
  both.forEach((size, key) => (ofMeans += (size * size) / sizes[key % count]));
  const ofAll = [...totals.values()].reduce((sum, size) => sum + size * size, 0) / Math.max(1, codes.length);
  return { between: ofMeans - ofAll, within: codes.length - ofMeans };
}

function midranks(values: Float64Array): Float64Array {
  const order = Int32Array.from(values.keys()).sort((a, b) => values[a] - values[b]);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to]] === values[order[from]]) {
      to++;
    }
    order.subarray(from, to).forEach((row) => (ranks[row] = (from + to - 1) / 2));
    from = to;
  }
  return ranks;
}
