import { quantileOfSorted } from '../../distribution/quantile';
import type { Stretch } from '../../statistics/time/naturalVariation';
import type { UsualScores } from './OverTime';

const LOW = 0.05;
const HIGH = 0.95;

/** What nine of ten windows of these stretches lie between; scores are NaN where a window has none. */
export function usualScores(score: Float64Array, stretches: readonly Stretch[]): UsualScores | null {
  const known = stretches.flatMap(([start, end]) =>
    [...score.subarray(start, end)].filter((one) => !Number.isNaN(one))
  );
  const sorted = known.sort((a, b) => a - b);
  const [low, high] = [quantileOfSorted(sorted, LOW), quantileOfSorted(sorted, HIGH)];
  return low === null || high === null ? null : { low, high };
}
