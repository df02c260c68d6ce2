/**
 * In how many rows so many different values are met, of rows in random order that have `different` ones, each equally
 * often; all rows where there are no more.
 */
export function rowsUntil(count: number, different: number, rows: number): number {
  return different <= count || rows === 0
    ? rows
    : rows * (1 - (1 - count / different) ** Math.min(1, different / rows));
}
