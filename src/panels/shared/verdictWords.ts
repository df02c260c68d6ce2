import type { VerdictWord } from '../../verdict/Verdict';
import type { Subject } from './Subject';

export interface VerdictMeaning {
  /** How the word is written for people. */
  readonly label: string;
  /** One sentence for someone who has never seen the panel. */
  readonly meaning: string;
}

type Words = Readonly<Record<VerdictWord, VerdictMeaning>>;

const UNDECIDED = {
  insufficient_data: { label: 'not enough data', meaning: 'The sample is too small for a verdict.' },
  inconclusive: { label: 'inconclusive', meaning: 'The buckets are too coarse for a verdict.' },
  undefined: { label: 'not applicable', meaning: 'The comparison is not defined for these values.' },
};

/** All kinds share the verdicts; each kind names them in its own terms. */
const WORDS: Readonly<Record<Subject, Words>> = {
  drift: {
    drift: { label: 'drift', meaning: 'The change is statistically significant and reaches the threshold.' },
    warning: { label: 'warning', meaning: 'The change is statistically significant and reaches half the threshold.' },
    no_drift: {
      label: 'no drift',
      meaning: 'No significant change despite enough power, or a significant change below the warning level.',
    },
    ...UNDECIDED,
  },
  quality: {
    drift: { label: 'failed', meaning: 'The data is invalid. Fix the upstream source.' },
    warning: { label: 'warning', meaning: 'The data is unusual, but may be valid.' },
    no_drift: { label: 'passed', meaning: 'All checks that could run passed.' },
    ...UNDECIDED,
    insufficient_data: { label: 'not checked', meaning: 'No check could run.' },
  },
  volume: {
    drift: { label: 'out of range', meaning: 'The value is outside the expected range.' },
    warning: { label: 'warning', meaning: 'The value is near the limits of the expected range.' },
    no_drift: { label: 'in range', meaning: 'The value is within the expected range.' },
    ...UNDECIDED,
    insufficient_data: {
      label: 'not enough data',
      meaning: 'The value is missing, or too few past windows have data.',
    },
  },
};

export function verdictWords(subject: Subject): Words {
  return WORDS[subject];
}

/** In the order in which they matter. */
export const VERDICTS_BY_IMPORTANCE: readonly VerdictWord[] = [
  'drift',
  'warning',
  'no_drift',
  'insufficient_data',
  'inconclusive',
  'undefined',
];
