import { normalQuantile } from '../special/normalQuantile';

/**
 * Φ⁻¹((R − ½)/n) of each value's rank R among all, ties at their mean rank (C. van der Waerden 1952, as Blom's family with
 * c = ½): no outlier weighs more than its rank. Values must be finite.
 */
export function normalScores(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => values[a] - values[b]);
  const scores = new Array<number>(values.length);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to]] === values[order[from]]) {
      to += 1;
    }
    const score = normalQuantile((from + to) / 2 / order.length);
    for (let k = from; k < to; k++) {
      scores[order[k]] = score;
    }
    from = to;
  }
  return scores;
}
