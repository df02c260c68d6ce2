import type { Metric } from '../MetricInput';
import { undefinedMetric } from '../metricValues';
import { type ClassLosses, meanLoss } from './meanLoss';
import { oneAgainstRest } from './scoresOf';
import { scoresOfTruth } from './scoresOfTruth';

/** Probabilities are clipped to at least this far from 0 and 1, the distance of 1 to the next double above it. */
const CLIPPED = 2 ** -52;

const ofTruth = {
  at: (score: number) => -Math.log(Math.min(Math.max(score, CLIPPED), 1 - CLIPPED)),
  // Convex also at the clipped end, and never above the clipped loss.
  below: (score: number) => -Math.log(Math.min(1, score + CLIPPED)),
};

const LOSSES: ClassLosses = {
  positive: ofTruth,
  negative: { at: (score) => ofTruth.at(1 - score), below: (score) => ofTruth.below(1 - score) },
};

const ofOne = oneAgainstRest((scores, pointOnly) => meanLoss(scores, LOSSES, pointOnly));

/** Mean of −ln of the probability that the class that came true had, clipped at 2⁻⁵². */
export const logLoss: Metric = (input) => {
  const { classScores, positive } = input.roles;
  if (input.ofClass !== undefined || positive !== undefined || classScores === undefined) {
    return ofOne(input);
  }
  const scores = scoresOfTruth(input.outcomes, classScores);
  return typeof scores === 'string' ? undefinedMetric(scores) : meanLoss(scores, LOSSES, input.pointOnly);
};
