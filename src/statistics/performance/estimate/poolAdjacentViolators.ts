/**
 * The rising sequence of shares closest to `positives`/`rows` by weighted squares: isotonic regression, by pooling
 * neighbors that fall (M. Ayer and others, "An empirical distribution function for sampling with incomplete information",
 * 1955). A bucket without rows gets what lies halfway between its neighbors, or the one that it has; without any rows all
 * are NaN.
 */
export function poolAdjacentViolators(positives: Float64Array, rows: Float64Array): Float64Array {
  // Changed in place: of a million buckets each would be a pool for a while.
  const pools: Pool[] = [];
  for (let i = 0; i < rows.length; i++) {
    if (!(rows[i] > 0)) {
      continue;
    }
    const top = pools[pools.length - 1];
    if (top === undefined || top.positives * rows[i] < positives[i] * top.rows) {
      pools.push({ positives: positives[i], rows: rows[i], first: i, last: i });
    } else {
      join(top, positives[i], rows[i], i);
    }
    for (let k = pools.length - 1; k > 0 && falls(pools[k - 1], pools[k]); k--) {
      join(pools[k - 1], pools[k].positives, pools[k].rows, pools[k].last);
      pools.pop();
    }
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

interface Pool {
  positives: number;
  rows: number;
  readonly first: number;
  last: number;
}

function join(pool: Pool, positives: number, rows: number, last: number): void {
  pool.positives += positives;
  pool.rows += rows;
  pool.last = last;
}

function falls(before: Pool, after: Pool): boolean {
  return before.positives * after.rows >= after.positives * before.rows;
}
