/** How many are offered at once. */
export const SUGGESTIONS = 100;

/** Something that a field can be completed with. */
export interface Suggestion {
  readonly value: string;
  /** What it is, in words; empty where nothing is known. */
  readonly description: string;
}
