import type { VerdictWord } from '../../verdict/Verdict';

export interface VerdictMeaning {
  /** How the word is written for people. */
  readonly label: string;
  /** One sentence for someone who has never seen the panel. */
  readonly meaning: string;
}

export const VERDICT_WORDS: Readonly<Record<VerdictWord, VerdictMeaning>> = {
  drift: { label: 'drift', meaning: 'The change is sure, and large enough to matter.' },
  warning: { label: 'warning', meaning: 'The change is sure, and at least half as large as what matters.' },
  no_drift: {
    label: 'no drift',
    meaning: 'Nothing sure was found, though a change that matters would have shown; or the change is sure but small.',
  },
  insufficient_data: { label: 'too little data', meaning: 'There are too few values to say either.' },
  inconclusive: { label: 'inconclusive', meaning: 'The buckets are too coarse to decide.' },
  undefined: { label: 'cannot be measured', meaning: 'The measure does not exist for these values.' },
};

/** In the order in which they matter. */
export const VERDICTS_BY_IMPORTANCE: readonly VerdictWord[] = [
  'drift',
  'warning',
  'no_drift',
  'insufficient_data',
  'inconclusive',
  'undefined',
];
