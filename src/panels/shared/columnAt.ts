/** The column at a place across an axis, from 0 to 1; −1 in a gap. */
export function columnAt(
  columns: ReadonlyArray<{ readonly left: number; readonly right: number }>,
  ratio: number
): number {
  let [low, high] = [0, columns.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (ratio < columns[middle].left) {
      high = middle - 1;
    } else if (ratio >= columns[middle].right) {
      low = middle + 1;
    } else {
      return middle;
    }
  }
  return ratio === 1 ? columns.length - 1 : -1;
}
