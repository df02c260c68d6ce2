import { quantileOfSorted } from '../../distribution/quantile';
import { normalScores } from './normalScores';

export interface RobustScores {
  readonly scores: readonly number[];
  /** Share of a variance of 1 that ties hide. */
  readonly tieVariance: number;
}

/** An outlier counts as one that lies so many robust standard deviations from the median. */
const FARTHEST = 3.5;
const NORMAL_QUARTILES = 1.349;

/**
 * Values less their median in robust standard deviations (IQR/1.349), none farther than 3.5: no outlier weighs more than
 * that. Where at least half of the values are the same there is no such scale, and normal scores of the ranks stand for
 * the values; what ties take of their variance is noise that the values don't show.
 */
export function robustScores(values: readonly number[]): RobustScores {
  const sorted = Float64Array.from(values).sort();
  const [low, median, high] = [0.25, 0.5, 0.75].map((p) => quantileOfSorted(sorted, p) ?? 0);
  const scale = (high - low) / NORMAL_QUARTILES;
  if (scale > 0 && Number.isFinite(scale)) {
    const scores = values.map((value) => Math.max(-FARTHEST, Math.min(FARTHEST, (value - median) / scale)));
    return { scores, tieVariance: 0 };
  }
  const scores = normalScores(values);
  return { scores, tieVariance: tieVarianceOf(scores) };
}

/** What ties take of the variance of normal scores. */
export function tieVarianceOf(scores: readonly number[]): number {
  const squares = scores.reduce((sum, score) => sum + score * score, 0);
  return Math.max(0, 1 - squares / scores.length);
}
