/**
 * The rising sequence of shares closest to `positives`/`rows` by weighted squares: isotonic regression, by pooling
 * neighbours that fall (M. Ayer and others, "An empirical distribution function for sampling with incomplete information",
 * 1955). A bucket without rows gets what lies halfway between its neighbours, or the one that it has; without any rows all
 * are NaN.
 */
export function poolAdjacentViolators(positives: Float64Array, rows: Float64Array): Float64Array {
  const pools: Array<{ positives: number; rows: number; first: number; last: number }> = [];
  for (let i = 0; i < rows.length; i++) {
    if (!(rows[i] > 0)) {
      continue;
    }
    let pool = { positives: positives[i], rows: rows[i], first: i, last: i };
    for (let before = pools[pools.length - 1]; before && falls(before, pool); before = pools[pools.length - 1]) {
      pools.pop();
      pool = {
        positives: before.positives + pool.positives,
        rows: before.rows + pool.rows,
        first: before.first,
        last: pool.last,
      };
    }
    pools.push(pool);
  }
  const shares = new Float64Array(rows.length).fill(NaN);
  pools.forEach((pool, k) => {
    const share = pool.positives / pool.rows;
    shares.fill(share, pool.first, pool.last + 1);
    const before = pools[k - 1];
    if (!before) {
      shares.fill(share, 0, pool.first);
    } else {
      shares.fill((before.positives / before.rows + share) / 2, before.last + 1, pool.first);
    }
    if (k === pools.length - 1) {
      shares.fill(share, pool.last + 1);
    }
  });
  return shares;
}

function falls(before: { positives: number; rows: number }, after: { positives: number; rows: number }): boolean {
  return before.positives * after.rows >= after.positives * before.rows;
}
