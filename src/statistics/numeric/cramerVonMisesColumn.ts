/** What a group of tied values adds to 4U, a of the baseline after `below` others and b of the current after `belowCurrent`. */
export function columnTerm(a: number, b: number, below: number, belowCurrent: number, n: number, m: number): number {
  const twiceMidrank = 2 * (below + belowCurrent) + a + b + 1;
  return n * squares(twiceMidrank - 2 * below, a) + m * squares(twiceMidrank - 2 * belowCurrent, b);
}

/** Σ (x − 2k)² over k = 1…count */
function squares(x: number, count: number): number {
  const centre = x - (count + 1);
  return count * (centre * centre + (count * count - 1) / 3);
}
