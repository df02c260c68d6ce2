/**
 * How often each score occurred, by the class that came true. The entries stand in ascending order and don't overlap.
 * Where `lower` and `upper` are the same array each entry is one score, and every figure from it is exact; otherwise entry i
 * holds the scores of [lower[i], upper[i]), the last one those of [lower, upper]; one with equal ends holds a single score.
 */
export interface ScoreTable {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** By actual class, as text. */
  readonly byClass: ReadonlyMap<string, ScoreCounts>;
  /** Of rows whose label is not known. */
  readonly unlabelled?: ScoreCounts;
}

export interface ScoreCounts {
  /** One for each entry; whole numbers, unless rows carry weights. */
  readonly counts: Float64Array;
  /** Sum of the scores of each entry, where the place tells it; of single scores it follows from the counts. */
  readonly sums?: Float64Array;
  /** Sum of all scores and of their squares over all entries, where the place tells them. */
  readonly total?: { readonly sum: number; readonly squares?: number };
}

/** Whether each entry is one score. */
export function isExact({ lower, upper }: ScoreTable): boolean {
  return lower === upper;
}
