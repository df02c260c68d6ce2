import type { VolumeVerdict } from './VolumeVerdict';

/** The figures without a verdict. */
export function withoutVolumeVerdict<Verdict extends VolumeVerdict>(verdict: Verdict, undecided: string): Verdict {
  return { ...verdict, score: null, verdict: 'insufficient_data', severity: null, reason: 'undecided', undecided };
}
