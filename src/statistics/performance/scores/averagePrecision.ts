import { digamma } from '../../special/digamma';
import { boundedMetric, undefinedMetric } from '../metricValues';
import { missingClass, oneAgainstRest } from './scoresOf';

/**
 * Σ (growth of recall) · precision over the thresholds from above, rows of one score in one step. From buckets: lowest where
 * all negatives of a bucket come before its positives, which then come one by one; highest where its positives come first
 * and together. Its interval is found from blocks of rows, elsewhere.
 */
export const averagePrecision = oneAgainstRest((scores) => {
  const { lower, upper, exact } = scores;
  const rows = Math.min(scores.positive.rows, scores.negative.rows);
  if (scores.positive.rows === 0) {
    return undefinedMetric(missingClass(scores) ?? '', rows);
  }
  let [truePositive, falsePositive, low, high] = [0, 0, 0, 0];
  for (let i = lower.length - 1; i >= 0; i--) {
    const [positives, negatives] = [scores.positive.counts[i], scores.negative.counts[i]];
    if (positives > 0) {
      const tied = stepOf(positives, truePositive, falsePositive + negatives);
      if (exact || lower[i] === upper[i]) {
        low += tied;
        high += tied;
      } else {
        low += Math.min(tied, oneByOne(positives, truePositive, falsePositive + negatives));
        high += stepOf(positives, truePositive, falsePositive);
      }
    }
    truePositive += positives;
    falsePositive += negatives;
  }
  return boundedMetric([low / scores.positive.rows, Math.min(1, high / scores.positive.rows)], rows, null);
});

/** All `positives` at one threshold. */
function stepOf(positives: number, truePositive: number, falsePositive: number): number {
  return (positives * (truePositive + positives)) / (truePositive + positives + falsePositive);
}

/** Σ (TP + i)/(TP + i + FP) for i from 1 to `positives`. */
function oneByOne(positives: number, truePositive: number, falsePositive: number): number {
  if (falsePositive === 0) {
    return positives;
  }
  const start = truePositive + falsePositive + 1;
  return Math.max(0, positives - falsePositive * (digamma(start + positives) - digamma(start)));
}
