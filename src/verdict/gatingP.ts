import { holm } from '../statistics/corrections/holm';
import type { Assessment } from './Assessment';
import type { Candidate } from './Candidate';

/**
 * A candidate's p adjusted within its feature: Holm over the test of the values and the missing rate. Where two candidates
 * look at the values they share that place. Null where the sample is too small or there is no p.
 */
export function pWithinFeature(candidate: Candidate, { candidates }: Assessment): number | null {
  const own = usableP(candidate);
  if (own === null || candidates.length === 1) {
    return own;
  }
  const others = candidates.filter((other) => isMissingRate(other) !== isMissingRate(candidate)).map(usableP);
  const rival = others.reduce<number | null>(
    (least, p) => (least === null || (p !== null && p < least) ? p : least),
    null
  );
  return holm([own, rival])[0];
}

/** The feature's gating p: the smallest of its candidates. */
export function featureP(assessment: Assessment): number | null {
  const { candidates } = assessment;
  if (candidates.length === 1) {
    return usableP(candidates[0]);
  }
  const all = candidates.map((candidate) => pWithinFeature(candidate, assessment)).filter((p) => p !== null);
  return all.length === 0 ? null : Math.min(...all);
}

function usableP({ enough, gatingP }: Candidate): number | null {
  return enough ? gatingP : null;
}

function isMissingRate({ result }: Candidate): boolean {
  return result.test === 'missing_rate';
}
