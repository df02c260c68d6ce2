/**
 * A situation that users of monitors reported, drawn anew from seeds. One folder of `tests/verdicts` each, whose
 * `situation.ts` has it as default export. It counts as solved if at least 19 of 20 seeds give the right answer.
 */
export interface Situation {
  /** Where it was reported, `owner/name#number`, or who described it. */
  readonly source: string;
  /** Why the right answer is right. */
  readonly reason: string;
  readonly right: string;
  /** 20 unless given. */
  readonly seeds?: number;
  /** The answer for this seed, short enough to be compared with `right`. */
  judge(seed: number): string | Promise<string>;
}
