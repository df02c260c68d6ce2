import type { Range } from '../metricValues';
import { clippedLevel } from './clippedLevel';

/** Rows of one class by bucket, with as much as is known of the sums of their scores. */
export interface Buckets {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly counts: Float64Array;
  readonly sums?: Float64Array;
  /** Sum of all scores. */
  readonly total?: number;
}

/**
 * A convex function of a score, monotone within any bucket. `below` and `chord` may leave the function by a rounding error
 * where it is clipped; `below` never lies above it and is convex.
 */
export interface ConvexLoss {
  readonly at: (score: number) => number;
  readonly below: (score: number) => number;
}

/**
 * What Σ f(score) surely lies between: by Jensen's inequality from below and by the chord of each bucket from above where
 * the bucket's sum is known. Where only the sum of all scores is, the least is where all scores are as equal as their
 * buckets allow, and the greatest where each lies at an end of its bucket. Otherwise each score lies anywhere in its bucket.
 */
export function convexSum(buckets: Buckets, loss: ConvexLoss): Range {
  if (buckets.sums) {
    return fromSums(buckets, buckets.sums, loss);
  }
  return buckets.total === undefined ? fromCounts(buckets, loss) : fromTotal(buckets, buckets.total, loss);
}

function fromSums({ lower, upper, counts }: Buckets, sums: Float64Array, loss: ConvexLoss): Range {
  let [low, high] = [0, 0];
  for (let i = 0; i < counts.length; i++) {
    if (counts[i] > 0) {
      const mean = Math.min(Math.max(sums[i] / counts[i], lower[i]), upper[i]);
      low += counts[i] * loss.below(mean);
      high += counts[i] * chord(loss, lower[i], upper[i], mean);
    }
  }
  return [low, high];
}

function chord({ at }: ConvexLoss, from: number, to: number, x: number): number {
  return to > from ? (at(from) * (to - x) + at(to) * (x - from)) / (to - from) : at(from);
}

function fromCounts({ lower, upper, counts }: Buckets, { at, below }: ConvexLoss): Range {
  let [low, high] = [0, 0];
  for (let i = 0; i < counts.length; i++) {
    if (counts[i] > 0) {
      low += counts[i] * Math.min(below(lower[i]), below(upper[i]));
      high += counts[i] * Math.max(at(lower[i]), at(upper[i]));
    }
  }
  return [low, high];
}

function fromTotal(buckets: Buckets, total: number, loss: ConvexLoss): Range {
  const { lower, upper, counts } = buckets;
  const level = clippedLevel(buckets, total);
  let low = 0;
  let high = 0;
  let left = total;
  const steps: Array<{ rise: number; slope: number }> = [];
  for (let i = 0; i < counts.length; i++) {
    if (counts[i] > 0) {
      low += counts[i] * loss.below(Math.min(Math.max(level, lower[i]), upper[i]));
      high += counts[i] * loss.at(lower[i]);
      left -= counts[i] * lower[i];
      const width = upper[i] - lower[i];
      if (width > 0) {
        steps.push({ rise: counts[i] * width, slope: (loss.at(upper[i]) - loss.at(lower[i])) / width });
      }
    }
  }
  // Scores move from the lower ends to the upper ones where that adds most, until their sum is reached.
  for (const { rise, slope } of steps.sort((a, b) => b.slope - a.slope)) {
    const moved = Math.min(rise, Math.max(0, left));
    high += moved * slope;
    left -= moved;
  }
  const [least, most] = fromCounts(buckets, loss);
  return [Math.max(low, least), Math.min(Math.max(high, low), most)];
}
