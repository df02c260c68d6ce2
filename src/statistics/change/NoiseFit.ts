import { type NoiseModel, startVariance, whiteGain } from './NoiseModel';
import { Whitening } from './Whitening';

/** Of scores, whose scale is 1: what is left below it is rounding, and no change explains that. */
const LEAST_VARIANCE = 1e-18;

/** A series of scores and how well columns explain it, under one model of its noise: least squares of whitened columns. */
export class NoiseFit {
  private readonly whitening: Whitening;
  private readonly base: number;
  private readonly tieSquares: number;
  private readonly whiteScores: Float64Array;
  private basis: Float64Array[] = [];
  private residual: Float64Array = new Float64Array(0);
  private squares = 0;
  /** Of each step what of its length no column explains yet. */
  private left: Float64Array = new Float64Array(0);

  /** `tieVariance`: what ties took of the scores' variance. `stretches`: the first row after each gap, and 0. */
  constructor(
    readonly model: NoiseModel,
    private readonly scores: readonly number[],
    tieVariance: number,
    stretches: readonly number[]
  ) {
    this.whitening = new Whitening(model, stretches, scores.length);
    this.base = -stretches.length * Math.log(startVariance(model));
    this.tieSquares = scores.length * tieVariance * whiteGain(model);
    this.whiteScores = this.whitening.apply(scores);
    this.reset([]);
  }

  /** Starts anew with a constant and the columns. */
  reset(columns: readonly Float64Array[]): void {
    this.basis = [];
    this.residual = this.whiteScores.slice();
    this.squares = dot(this.residual, this.residual);
    this.left = this.whitening.stepSquares();
    this.take(this.whitening.constant);
    for (const column of columns) {
      this.take(this.whitening.apply(column));
    }
  }

  add(column: Float64Array): void {
    this.take(this.whitening.apply(column));
  }

  /** Twice the log-likelihood, but for a constant; `less` = what another column would take of the sum of squares. */
  twiceLogLikelihood(less = 0): number {
    const size = this.scores.length;
    const squares = Math.max(0, this.squares - less) + this.tieSquares;
    return this.base - size * Math.log(Math.max(squares / size, LEAST_VARIANCE));
  }

  /** What a step that begins at each row would take of the sum of squares. */
  stepGains(): Float64Array {
    const gains = this.whitening.withSteps(this.residual);
    for (let t = 0; t < gains.length; t++) {
      gains[t] = this.left[t] > 1e-6 ? (gains[t] * gains[t]) / this.left[t] : 0;
    }
    return gains;
  }

  /** What a column would take of the sum of squares. */
  gain(column: Float64Array): number {
    const white = this.whitening.apply(column);
    const before = dot(white, white);
    let length = before;
    for (const direction of this.basis) {
      length -= dot(direction, white) ** 2;
    }
    return length > 1e-9 * before ? dot(white, this.residual) ** 2 / length : 0;
  }

  /** The noise that no column explains, whitened. */
  get innovations(): Float64Array {
    return this.residual;
  }

  private take(white: Float64Array): void {
    const direction = white.slice();
    const before = dot(direction, direction);
    for (const known of this.basis) {
      subtract(direction, known, dot(known, direction));
    }
    const length = Math.sqrt(dot(direction, direction));
    if (length * length <= 1e-9 * before || length === 0) {
      return;
    }
    for (let t = 0; t < direction.length; t++) {
      direction[t] /= length;
    }
    this.basis.push(direction);
    subtract(this.residual, direction, dot(direction, this.residual));
    this.squares = dot(this.residual, this.residual);
    const products = this.whitening.withSteps(direction);
    for (let t = 0; t < products.length; t++) {
      this.left[t] -= products[t] * products[t];
    }
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let t = 0; t < a.length; t++) {
    sum += a[t] * b[t];
  }
  return sum;
}

function subtract(from: Float64Array, what: Float64Array, times: number): void {
  for (let t = 0; t < from.length; t++) {
    from[t] -= times * what[t];
  }
}
