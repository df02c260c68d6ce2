import { optimalPartition } from './optimalPartition';
import type { RobustScores } from './robustScores';
import type { Shape } from './Shape';

/** So many stretches are tried at most. */
const MOST = 12;

/**
 * Stretches that may stand out for a while, as pairs of a first row and the first one behind: the inner segments of the
 * partition by least squares. Its penalty is Λ + 2√x·λ + 2xλ, x = .8 ln T, λ the long-run variance of an autoregression
 * that has the mean squares of the differences at lags 1 and 2: the bound of B. Laurent and P. Massart 2000 for a χ².
 * Taken larger until the segments are few.
 */
export function pulseCandidates({ scores, tieVariance }: RobustScores): Array<readonly [Shape, Shape]> {
  let penalty = leastPenalty(scores, tieVariance);
  for (let k = 0; k < 12; k++, penalty *= 3) {
    const starts = optimalPartition(scores, penalty);
    if (starts.length <= MOST) {
      return starts.slice(1).map((to, i) => [step(starts[i]), step(to)]);
    }
  }
  return [];
}

export function leastPenalty(scores: readonly number[], tieVariance: number): number {
  const [one, two] = [1, 2].map((lag) => meanSquare(scores, lag) + 2 * tieVariance);
  const autocorrelation = one > 0 ? Math.min(0.97, Math.max(0, two / one - 1)) : 0;
  const variance = ((one / 2) * (1 + autocorrelation)) / (1 - autocorrelation) ** 2;
  const x = 0.8 * Math.log(scores.length);
  return Math.max(1e-9, variance * (1 + 2 * Math.sqrt(x) + 2 * x));
}

function meanSquare(scores: readonly number[], lag: number): number {
  let sum = 0;
  for (let t = lag; t < scores.length; t++) {
    sum += (scores[t] - scores[t - lag]) ** 2;
  }
  return sum / (scores.length - lag);
}

function step(row: number): Shape {
  return { from: row, to: row };
}
