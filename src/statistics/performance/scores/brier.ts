import type { Metric } from '../MetricInput';
import { boundedMetric, undefinedMetric } from '../metricValues';
import { type ClassLosses, meanLoss } from './meanLoss';
import { oneAgainstRest, scoresOf } from './scoresOf';

const LOSSES: ClassLosses = {
  positive: { at: (score) => (1 - score) ** 2, below: (score) => (1 - score) ** 2 },
  negative: { at: (score) => score * score, below: (score) => score * score },
  fromSquares: {
    positive: (rows, sum, squares) => Math.max(0, rows - 2 * sum + squares),
    negative: (_rows, _sum, squares) => squares,
  },
};

const ofOne = oneAgainstRest((scores, pointOnly) => meanLoss(scores, LOSSES, pointOnly));

/**
 * Mean of (p − y)² (G. Brier 1950); of several classes summed over them, without an interval, since the classes share their
 * rows.
 */
export const brier: Metric = (input) => {
  const { classScores, positive } = input.roles;
  if (input.ofClass !== undefined || positive !== undefined || classScores === undefined) {
    return ofOne(input);
  }
  let [low, high, rows] = [0, 0, 0];
  for (const ofClass of classScores.keys()) {
    const scores = scoresOf({ ...input, ofClass });
    if (typeof scores === 'string') {
      return undefinedMetric(scores);
    }
    const metric = meanLoss(scores, LOSSES, true);
    low += metric.boundLow ?? 0;
    high += metric.boundHigh ?? 0;
    rows = metric.rows;
  }
  return boundedMetric([low, high], rows, null);
};
