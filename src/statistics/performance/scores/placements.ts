import type { BinaryScores } from '../../../outcomes/binaryScores';

export interface Placements {
  readonly auc: number;
  /** DeLong's; NaN where a class has a single row, or where it was not asked for. */
  readonly standardError: number;
}

/**
 * AUC and its standard error by E. DeLong, D. DeLong and D. Clarke-Pearson (1988), from the placements of each class among
 * the other. Pairs of equal scores count ½; pairs within a bucket count `withinBucket`.
 */
export function placementsOf(scores: BinaryScores, withinBucket: number, pointOnly = false): Placements {
  const { lower, upper, exact } = scores;
  const [positives, negatives] = [scores.positive.counts, scores.negative.counts];
  const [positiveRows, negativeRows] = [scores.positive.rows, scores.negative.rows];
  let below = 0;
  let pairs = 0;
  for (let i = 0; i < lower.length; i++) {
    const tied = exact || lower[i] === upper[i] ? 0.5 : withinBucket;
    pairs += positives[i] * (below + tied * negatives[i]);
    below += negatives[i];
  }
  const auc = pairs / positiveRows / negativeRows;
  if (pointOnly || !(positiveRows > 1) || !(negativeRows > 1)) {
    return { auc, standardError: NaN };
  }
  let [ofPositive, ofNegative] = [0, 0];
  let [negativesBelow, positivesAbove] = [0, positiveRows];
  for (let i = 0; i < lower.length; i++) {
    const tied = exact || lower[i] === upper[i] ? 0.5 : withinBucket;
    positivesAbove -= positives[i];
    const placed = (negativesBelow + tied * negatives[i]) / negativeRows - auc;
    const beaten = (positivesAbove + tied * positives[i]) / positiveRows - auc;
    ofPositive += positives[i] * placed * placed;
    ofNegative += negatives[i] * beaten * beaten;
    negativesBelow += negatives[i];
  }
  const variance = ofPositive / (positiveRows - 1) / positiveRows + ofNegative / (negativeRows - 1) / negativeRows;
  return { auc, standardError: Math.sqrt(variance) };
}
