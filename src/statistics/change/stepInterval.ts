import type { ShiftModels } from './ShiftModels';
import type { Shape } from './Shape';

/** −2 ln(1 − √.95): quantile of the likelihood ratio of a change point's true place (B. Hansen, "Sample splitting and threshold estimation", Econometrica 68, 2000). */
const QUANTILE = -2 * Math.log(1 - Math.sqrt(0.95));

/**
 * First and last row at which a step may begin, at 95 % confidence: all places whose likelihood is not below the best one's
 * by more than chance allows. Each place is tried with the noise model that suits it best.
 */
export function stepInterval(models: ShiftModels, shapes: readonly Shape[], k: number): readonly [number, number] {
  const others = shapes.toSpliced(k, 1);
  models.explainBy(others);
  const { values } = models.withStep();
  const { from: at } = shapes[k];
  const first = Math.max(1, ...others.filter(({ to }) => to <= at).map(({ to }) => to + 1));
  const last = Math.min(models.size - 1, ...others.filter(({ from }) => from > at).map(({ from }) => from - 1));
  let [low, high] = [at, at];
  for (let row = first; row <= last; row++) {
    if (values[row] >= values[at] - QUANTILE) {
      [low, high] = [Math.min(low, row), Math.max(high, row)];
    }
  }
  return [low, high];
}
