/**
 * How a level moves: from 0 in all rows before `from` to 1 from the row `to` on, in a straight line between. A step where
 * both are the same.
 */
export interface Shape {
  readonly from: number;
  readonly to: number;
}

export function isStep({ from, to }: Shape): boolean {
  return from === to;
}

/** The shape as a column with a value for each window; `places` = the window of each row. */
export function shapeColumn({ from, to }: Shape, places: readonly number[]): Float64Array {
  const [start, end] = [places[from], places[to]];
  const column = new Float64Array(places.length);
  for (let row = from + 1; row < to; row++) {
    column[row] = (places[row] - start) / (end - start);
  }
  return column.fill(1, to);
}
