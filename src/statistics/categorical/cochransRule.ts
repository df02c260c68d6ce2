import type { CountTable } from '../CountTable';

/**
 * Whether the χ² limit may be trusted for a 2×K table: no expected count below 1 and at most a fifth of them below 5
 * (W. G. Cochran, "Some methods for strengthening the common χ² tests", Biometrics 10, 1954).
 */
export function cochransRule(table: CountTable): boolean {
  const total = table.baselineTotal + table.currentTotal;
  const columns = table.baseline.length;
  let small = 0;
  for (let column = 0; column < columns; column++) {
    const share = (table.baseline[column] + table.current[column]) / total;
    const inBaseline = share * table.baselineTotal;
    const inCurrent = share * table.currentTotal;
    if (inBaseline < 1 || inCurrent < 1) {
      return false;
    }
    small += (inBaseline < 5 ? 1 : 0) + (inCurrent < 5 ? 1 : 0);
  }
  return small <= 0.2 * 2 * columns;
}
