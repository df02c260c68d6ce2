import type { Candidate } from './Candidate';
import type { Comparison } from './Verdict';

/**
 * Without a single missing value on either side, or without anything else, the missing rate can't change significantly
 * however the rows fall: such a test takes nothing of alpha (R. Tarone 1990).
 */
export function missingRateGates({ baseline, current }: Comparison): boolean {
  const absent = [baseline, current].reduce((sum, { counts }) => sum + counts.missing + counts.nan, 0);
  return absent > 0 && absent < baseline.counts.total + current.counts.total;
}

/** A candidate beside another that looks at the same values: its p-value counts twice. */
export function doubled(candidate: Candidate): Candidate {
  return { ...candidate, gatingP: candidate.gatingP === null ? null : Math.min(1, 2 * candidate.gatingP) };
}
