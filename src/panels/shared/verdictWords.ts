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
  insufficient_data: { label: 'too little data', meaning: 'There are too few values to say either.' },
  inconclusive: { label: 'inconclusive', meaning: 'The buckets are too coarse to decide.' },
  undefined: { label: 'cannot be measured', meaning: 'The measure does not exist for these values.' },
};

/** The verdicts are the same whatever is judged; they are called by what was looked for. */
const WORDS: Readonly<Record<Subject, Words>> = {
  drift: {
    drift: { label: 'drift', meaning: 'The change is sure, and large enough to matter.' },
    warning: { label: 'warning', meaning: 'The change is sure, and at least half as large as what matters.' },
    no_drift: {
      label: 'no drift',
      meaning:
        'Nothing sure was found, though a change that matters would have shown; or the change is sure but small.',
    },
    ...UNDECIDED,
  },
  quality: {
    drift: { label: 'broken', meaning: 'The data are wrong: something upstream has to be mended.' },
    warning: { label: 'worth a look', meaning: 'Something is unusual, and may be right all the same.' },
    no_drift: { label: 'no finding', meaning: 'All that could be checked is in order.' },
    ...UNDECIDED,
    insufficient_data: { label: 'not checked', meaning: 'None of the checks could be made.' },
  },
  volume: {
    drift: { label: 'off', meaning: 'The number lies outside of what the past lets expect.' },
    warning: { label: 'warning', meaning: 'The number is on the edge of what the past lets expect.' },
    no_drift: { label: 'as expected', meaning: 'The number is one that the past lets expect.' },
    ...UNDECIDED,
    insufficient_data: { label: 'too little data', meaning: 'There is no number, or too little of the past.' },
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
