import { type SideScores, totalOf } from '../../../outcomes/binaryScores';
import { studentInterval } from '../intervals/studentInterval';
import { boundedMetric, exactMetric } from '../metricValues';
import type { MetricValue } from '../MetricValue';
import { type ConvexLoss, convexSum } from './convexSum';
import type { ClassScores } from './scoresOf';

/** The loss of a score by the class that came true. */
export interface ClassLosses {
  readonly positive: ConvexLoss;
  readonly negative: ConvexLoss;
  /** Its sum from the sum of all scores and that of their squares, where these say it. */
  readonly fromSquares?: { positive: SquareSum; negative: SquareSum };
}
type SquareSum = (rows: number, sum: number, squares: number) => number;

/** The mean loss of a row, with Student's t. */
export function meanLoss(scores: ClassScores, losses: ClassLosses, pointOnly: boolean): MetricValue {
  const rows = scores.positive.rows + scores.negative.rows;
  const known = (['positive', 'negative'] as const).map((side) => sumOf(scores, side, losses));
  const [low, high] = [known[0][0] + known[1][0], known[0][1] + known[1][1]].map((sum) => sum / rows);
  const bounds = [low, Math.max(low, high)] as const;
  const interval = pointOnly ? null : studentInterval(bounds, spreadOf(scores, losses, (low + high) / 2), rows);
  return scores.exact ? exactMetric(low, rows, interval) : boundedMetric(bounds, rows, interval);
}

function sumOf(scores: ClassScores, name: 'positive' | 'negative', losses: ClassLosses): readonly [number, number] {
  const side: SideScores = scores[name];
  const loss = losses[name];
  const { lower, upper } = scores;
  const { counts, sums } = side;
  const total = side.rows > 0 ? totalOf(side) : { sum: 0, squares: 0 };
  if (!scores.exact && total?.squares !== undefined && losses.fromSquares) {
    const sum = losses.fromSquares[name](side.rows, total.sum, total.squares);
    return [sum, sum];
  }
  if (!scores.exact) {
    return convexSum({ lower, upper, counts, sums, total: total?.sum }, loss);
  }
  let sum = 0;
  for (let i = 0; i < lower.length; i++) {
    sum += counts[i] > 0 ? counts[i] * loss.at(lower[i]) : 0;
  }
  return [sum, sum];
}

/**
 * Sum of squared deviations of the losses from their mean, or from buckets no less than it: the deviation of what lies
 * halfway between a bucket's losses, and half the distance between these on top (Minkowski's inequality).
 */
function spreadOf(scores: ClassScores, losses: ClassLosses, mean: number): number {
  const { lower, upper, exact } = scores;
  let [squares, halves] = [0, 0];
  for (const name of ['positive', 'negative'] as const) {
    const { counts } = scores[name];
    for (let i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        const from = losses[name].at(lower[i]);
        const to = exact ? from : losses[name].at(upper[i]);
        squares += counts[i] * ((from + to) / 2 - mean) ** 2;
        halves += (counts[i] * (to - from) ** 2) / 4;
      }
    }
  }
  return (Math.sqrt(squares) + Math.sqrt(halves)) ** 2;
}
