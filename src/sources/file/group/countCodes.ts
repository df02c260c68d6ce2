/** How often each code occurs in some rows; code -1, a missing cell, is counted at 0 and code c at c + 1. */
export function countCodes(codes: Int32Array, rows: Int32Array, entries: number): Int32Array {
  const sizes = new Int32Array(entries + 1);
  for (let i = 0; i < rows.length; i++) {
    sizes[codes[rows[i]] + 1]++;
  }
  return sizes;
}
