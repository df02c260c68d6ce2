import type { CountTable } from '../CountTable';

/** The table with its counts rounded, for tests that need whole numbers: extrapolated and interpolated ones aren't. */
export function wholeTable(table: CountTable): CountTable {
  if (table.guarantee === 'exact') {
    return table;
  }
  const baseline = table.baseline.map(Math.round);
  const current = table.current.map(Math.round);
  return { ...table, baseline, current, baselineTotal: sum(baseline), currentTotal: sum(current) };
}

function sum(counts: Float64Array): number {
  let total = 0;
  for (let i = 0; i < counts.length; i++) {
    total += counts[i];
  }
  return total;
}
