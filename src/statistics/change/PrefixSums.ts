/** Sums of values and of their squares up to each: a stretch's sum of squares about its mean costs no loop over it. */
export class PrefixSums {
  readonly sums: Float64Array;
  readonly squares: Float64Array;

  constructor(values: ArrayLike<number>) {
    this.sums = new Float64Array(values.length + 1);
    this.squares = new Float64Array(values.length + 1);
    for (let t = 0; t < values.length; t++) {
      this.sums[t + 1] = this.sums[t] + values[t];
      this.squares[t + 1] = this.squares[t] + values[t] * values[t];
    }
  }
}
