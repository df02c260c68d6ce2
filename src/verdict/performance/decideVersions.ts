import type { SequenceInterval } from '../../statistics/performance/sequence/differenceInterval';
import type { VersionsReason, VersionsWord } from './VersionsVerdict';

export interface VersionsLimits {
  /** The new version may be worse by less than this. */
  readonly margin: number;
  /** From this on worse matters. */
  readonly threshold: number;
}

/** The word on an interval in which more is better, and why. */
export function decideVersions(
  { difference, low, high }: SequenceInterval,
  { margin, threshold }: VersionsLimits
): { readonly verdict: VersionsWord; readonly reason: VersionsReason } {
  if (low > -margin && high < margin) {
    return { verdict: 'keep_both', reason: 'no_difference' };
  }
  if (low > -margin) {
    return { verdict: 'roll_out', reason: 'not_worse' };
  }
  if (high < 0 && difference <= -threshold) {
    return { verdict: 'roll_back', reason: 'worse' };
  }
  return { verdict: 'labels_needed', reason: aim(difference, { margin, threshold }) === null ? 'between' : 'open' };
}

/** Which difference the interval must yet leave out for a word, if the one that is seen stays; null where none would. */
export function aim(difference: number, { margin, threshold }: VersionsLimits): number | null {
  if (difference > -margin) {
    return -margin;
  }
  return difference <= -threshold ? 0 : null;
}
