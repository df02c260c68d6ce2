import { type NoiseModel, startVariance } from './NoiseModel';

/** Turns columns with the noise of a model into ones with independent noise: u of each row, stretch by stretch. */
export class Whitening {
  /** What becomes of a column of ones. */
  readonly constant: Float64Array;
  private readonly startScale: number;

  constructor(
    private readonly model: NoiseModel,
    /** First row of each stretch without a gap, the first of which is 0. */
    private readonly stretches: readonly number[],
    private readonly size: number
  ) {
    this.startScale = 1 / Math.sqrt(startVariance(model));
    this.constant = this.apply(new Float64Array(size).fill(1));
  }

  apply(column: ArrayLike<number>): Float64Array {
    const { phi, theta } = this.model;
    const white = new Float64Array(this.size);
    for (const [k, from] of this.stretches.entries()) {
      const to = this.stretches[k + 1] ?? this.size;
      let last = column[from];
      white[from] = last * this.startScale;
      for (let t = from + 1; t < to; t++) {
        last = column[t] - phi * column[t - 1] - theta * last;
        white[t] = last;
      }
    }
    return white;
  }

  /** Inner products of `white` with the whitened steps that begin at each row: one pass for all. */
  withSteps(white: Float64Array): Float64Array {
    const { phi, theta } = this.model;
    const limit = (1 - phi) / (1 + theta);
    const products = new Float64Array(this.size);
    let later = 0;
    for (let k = this.stretches.length - 1; k >= 0; k--) {
      const from = this.stretches[k];
      const to = this.stretches[k + 1] ?? this.size;
      let [suffix, fading] = [0, 0];
      for (let t = to - 1; t > from; t--) {
        suffix += white[t];
        fading = white[t] - theta * fading;
        products[t] = limit * suffix + (1 - limit) * fading + later;
      }
      for (let t = from; t < to; t++) {
        later += white[t] * this.constant[t];
      }
      products[from] = later;
    }
    return products;
  }

  /** Squared lengths of the whitened steps that begin at each row. */
  stepSquares(): Float64Array {
    const { phi, theta } = this.model;
    const squares = new Float64Array(this.size);
    let later = 0;
    for (let k = this.stretches.length - 1; k >= 0; k--) {
      const from = this.stretches[k];
      const to = this.stretches[k + 1] ?? this.size;
      let [sum, response] = [0, 1];
      for (let t = to - 1; t > from; t--) {
        sum += response * response;
        response = 1 - phi - theta * response;
        squares[t] = sum + later;
      }
      for (let t = from; t < to; t++) {
        later += this.constant[t] ** 2;
      }
      squares[from] = later;
    }
    return squares;
  }
}
