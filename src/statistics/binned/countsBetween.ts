import type { Distribution } from '../../distribution/Distribution';
import { numberOfValues } from '../../distribution/numberOfValues';
import { cumulativeCounts } from './cumulativeCounts';

/** Counts in the bins between ascending cuts, the first and last bin without end: one more than there are cuts. */
export function countsBetween(
  distribution: Distribution,
  cuts: readonly number[],
  closed: 'left' | 'right'
): Float64Array {
  const counts = new Float64Array(cuts.length + 1);
  const cumulative = cumulativeCounts(distribution, cuts, closed);
  let below = 0;
  for (let i = 0; i < cuts.length; i++) {
    counts[i] = cumulative[i] - below;
    below = cumulative[i];
  }
  counts[cuts.length] = Math.max(0, numberOfValues(distribution) - below);
  return counts;
}
