import { hanleyMcNeilInterval } from '../intervals/hanleyMcNeil';
import { logitInterval } from '../intervals/logitInterval';
import { boundedMetric, type Range, undefinedMetric } from '../metricValues';
import type { MetricValue } from '../MetricValue';
import { placementsOf } from './placements';
import { type ClassScores, missingClass, oneAgainstRest } from './scoresOf';

/**
 * P(a positive row's score is above a negative one's) + ½P(equal). Interval: the wider, at each end, of DeLong's on the
 * logit (E. DeLong and others 1988) and the score interval of Hanley and McNeil's variance (1982), since the former alone is
 * far too narrow for few positives. From buckets the pairs within a bucket may be won or lost.
 */
export function aucOfScores(scores: ClassScores, pointOnly: boolean): MetricValue {
  const rows = Math.min(scores.positive.rows, scores.negative.rows);
  const missing = missingClass(scores);
  if (missing !== null) {
    return undefinedMetric(missing, rows);
  }
  const lost = placementsOf(scores, 0, pointOnly);
  const won = scores.exact ? lost : placementsOf(scores, 1, pointOnly);
  return boundedMetric([lost.auc, won.auc], rows, pointOnly ? null : aucInterval(lost, won, scores));
}

interface Estimate {
  readonly auc: number;
  readonly standardError: number;
}

/** Of a lower and an upper bound of AUC. */
export function aucInterval(
  low: Estimate,
  high: Estimate,
  { positive, negative }: Pick<ClassScores, 'positive' | 'negative'>
): Range {
  const [from, to] = [low, high].map(({ auc, standardError }) => {
    const score = hanleyMcNeilInterval(auc, positive.rows, negative.rows);
    const deLong = logitInterval(auc, standardError) ?? score;
    return [Math.min(score[0], deLong[0]), Math.max(score[1], deLong[1])];
  });
  return [from[0], to[1]];
}

export const rocAuc = oneAgainstRest(aucOfScores);

/** 2·AUC − 1. */
export const gini = oneAgainstRest((scores, pointOnly) => {
  const auc = aucOfScores(scores, pointOnly);
  const mapped = (value: number | null) => (value === null ? null : 2 * value - 1);
  return {
    ...auc,
    value: mapped(auc.value),
    boundLow: mapped(auc.boundLow),
    boundHigh: mapped(auc.boundHigh),
    low: mapped(auc.low),
    high: mapped(auc.high),
  };
});
