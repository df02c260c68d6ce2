import { binaryScores } from './binaryScores';
import type { ConfusionCounts } from './ConfusionCounts';
import type { ScoreTable } from './ScoreTable';

/** Entries in which the threshold lies, so that their rows are neither surely positive nor surely negative. */
export interface CutEntry {
  readonly cutFrom: number;
  readonly cutTo: number;
}

/**
 * Rows by actual and predicted class where a score of `threshold` or more is a prediction of `positive`. All other classes
 * are one; it bears the name of the only other class, or `not` and the positive one's. Where the threshold lies inside a
 * bucket with rows there is no matrix: the bucket is answered instead.
 */
export function confusionFromScores(
  table: ScoreTable,
  positive: string,
  threshold: number
): ConfusionCounts | CutEntry {
  const scores = binaryScores(table, positive);
  const matrix = { positive: new Float64Array(2), negative: new Float64Array(2) };
  for (let i = 0; i < scores.lower.length; i++) {
    const [rowsPositive, rowsNegative] = [scores.positive.counts[i], scores.negative.counts[i]];
    const isAbove = scores.lower[i] >= threshold;
    const isLast = i === scores.lower.length - 1;
    const isCut = !isAbove && (isLast ? scores.upper[i] >= threshold : scores.upper[i] > threshold);
    if (isCut && rowsPositive + rowsNegative > 0) {
      return { cutFrom: scores.lower[i], cutTo: scores.upper[i] };
    }
    matrix.positive[isAbove ? 1 : 0] += rowsPositive;
    matrix.negative[isAbove ? 1 : 0] += rowsNegative;
  }
  const others = [...table.byClass.keys()].filter((name) => name !== positive);
  const negative = others.length === 1 ? others[0] : `not ${positive}`;
  const [first, second] = [negative, positive].sort((a, b) => (a < b ? -1 : 1));
  const rowOf = (name: string) => {
    const [below, above] = name === positive ? matrix.positive : matrix.negative;
    return Float64Array.from([first, second], (predicted) => (predicted === positive ? above : below));
  };
  return { classes: [first, second], counts: [rowOf(first), rowOf(second)] };
}
