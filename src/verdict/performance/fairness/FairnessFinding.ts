import type { Severity } from '../../Verdict';

export const FAIRNESS_MEASURES = [
  'statistical_parity',
  'disparate_impact',
  'equal_opportunity',
  'average_odds',
] as const;
export type FairnessMeasure = (typeof FAIRNESS_MEASURES)[number];

/**
 * `outside`: the whole interval lies beyond what is accepted; `inside`: all of it is accepted; `undecided`: it is on both
 * sides of a limit; `undefined`: there is no figure.
 */
export type FairnessWord = 'outside' | 'inside' | 'undecided' | 'undefined';

/** One measure of one group against the reference group. */
export interface FairnessFinding {
  readonly measure: FairnessMeasure;
  readonly group: string;
  readonly reference: string;
  /** Group less reference, or group by reference of `disparate_impact`; null where it is undefined. */
  readonly value: number | null;
  /** Interval at `1 − alpha`, for this group alone. */
  readonly low: number | null;
  readonly high: number | null;
  /** What is accepted. */
  readonly from: number;
  readonly to: number;
  /** Decided on the interval at alpha divided by the number of groups that are compared. */
  readonly verdict: FairnessWord;
  readonly severity: Severity;
  /** Rows in the denominator, the smaller one where there are two. */
  readonly rows: number;
  readonly referenceRows: number;
  readonly undefined?: string;
}

export const SEVERITY_OF_FAIRNESS: Readonly<Record<FairnessWord, Severity>> = {
  outside: 2,
  inside: 0,
  undecided: null,
  undefined: null,
};
