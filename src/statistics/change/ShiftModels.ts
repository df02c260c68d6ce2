import { NOISE_MODELS, type NoiseModel } from './NoiseModel';
import { NoiseFit } from './NoiseFit';
import type { RobustScores } from './robustScores';
import { type Shape, shapeColumn } from './Shape';

export interface Likelihood {
  /** Twice the logarithm, but for a constant. */
  readonly value: number;
  /** Of the best noise model. */
  readonly phi: number;
}

export interface Candidate extends Likelihood {
  readonly shape: Shape;
}

/** A series under all models of its noise at once, explained by some shapes: each likelihood is that of the best model. */
export class ShiftModels {
  private readonly fits: readonly NoiseFit[];
  private shapes: readonly Shape[] = [];

  /** `places`: each row's window, ascending; a gap between two of them is one. */
  constructor(
    private readonly series: RobustScores,
    private readonly places: readonly number[]
  ) {
    const { scores, tieVariance } = series;
    const stretches = places.flatMap((place, row) => (row === 0 || place > places[row - 1] + 1 ? [row] : []));
    this.fits = NOISE_MODELS.map((model) => new NoiseFit(model, scores, tieVariance, stretches));
  }

  /** Number of rows. */
  get size(): number {
    return this.places.length;
  }

  /** Of each shape, ascending, whether the level behind it is higher (1) or lower (−1) than before it. */
  directions(shapes: readonly Shape[]): number[] {
    const bounds = [0, ...shapes.flatMap(({ from, to }) => [from, to]), this.size];
    const means = Array.from({ length: shapes.length + 1 }, (_, k) => {
      const level = this.series.scores.slice(bounds[2 * k], bounds[2 * k + 1]);
      const around = level.length > 0 ? level : [this.series.scores[Math.min(this.size - 1, bounds[2 * k])]];
      return around.reduce((sum, score) => sum + score, 0) / around.length;
    });
    return shapes.map((_, k) => Math.sign(means[k + 1] - means[k]));
  }

  explainBy(shapes: readonly Shape[]): Likelihood {
    const isMore = this.shapes.every((shape, k) => shapes[k] === shape);
    const added = (isMore ? shapes.slice(this.shapes.length) : shapes).map((shape) => shapeColumn(shape, this.places));
    for (const fit of this.fits) {
      if (isMore) {
        added.forEach((column) => fit.add(column));
      } else {
        fit.reset(added);
      }
    }
    this.shapes = shapes;
    return best(this.fits.map((fit) => ({ value: fit.twiceLogLikelihood(), phi: fit.model.phi })));
  }

  /** The best likelihood with one step more at each row; the first row is no step. */
  withStep(): { readonly values: Float64Array; readonly phis: Float64Array } {
    const size = this.places.length;
    const values = new Float64Array(size).fill(-Infinity);
    const phis = new Float64Array(size);
    for (const fit of this.fits) {
      const gains = fit.stepGains();
      const { phi } = fit.model;
      for (let row = 1; row < size; row++) {
        const value = fit.twiceLogLikelihood(gains[row]);
        if (value > values[row]) {
          values[row] = value;
          phis[row] = phi;
        }
      }
    }
    return { values, phis };
  }

  /** The noise models that come nearest to the best now. */
  nearBest(count: number): ReadonlySet<NoiseModel> {
    const nearest = [...this.fits].sort((a, b) => b.twiceLogLikelihood() - a.twiceLogLikelihood());
    return new Set(nearest.slice(0, count).map(({ model }) => model));
  }

  /** The best of the shapes as one more, under all noise models or under some. Null for no shapes. */
  bestOf(shapes: readonly Shape[], models?: ReadonlySet<NoiseModel>): Candidate | null {
    const fits = this.fits.filter(({ model }) => models?.has(model) ?? true);
    let found: Candidate | null = null;
    for (const shape of shapes) {
      const column = shapeColumn(shape, this.places);
      for (const fit of fits) {
        const value = fit.twiceLogLikelihood(fit.gain(column));
        if (found === null || value > found.value) {
          found = { shape, value, phi: fit.model.phi };
        }
      }
    }
    return found;
  }

  /** The best likelihood with one more stretch that stands out, from the first row of `pair` up to the second. */
  withPulse([{ from }, { from: to }]: readonly [Shape, Shape]): Likelihood {
    const column = new Float64Array(this.size).fill(1, from, to);
    return best(this.fits.map((fit) => ({ value: fit.twiceLogLikelihood(fit.gain(column)), phi: fit.model.phi })));
  }

  /** What the shapes leave, as independent noise under the best model. */
  innovations(): Float64Array {
    return best(this.fits.map((fit) => ({ value: fit.twiceLogLikelihood(), of: fit.innovations }))).of;
  }
}

function best<T extends { readonly value: number }>(all: readonly T[]): T {
  return all.reduce((a, b) => (b.value > a.value ? b : a));
}
