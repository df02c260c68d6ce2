import type { ScoreTable } from './ScoreTable';

const STRETCHES = 10;

export interface ReliabilityPoint {
  /** Mean score of the stretch's labelled rows. */
  readonly predicted: number;
  /** Share of them that are of the positive class. */
  readonly observed: number;
  readonly rows: number;
}

/** How far scores are probabilities: a point for each tenth of [0, 1] with labelled rows, ascending. */
export function reliabilityCurve({ lower, upper, byClass }: ScoreTable, positive: string): ReliabilityPoint[] {
  const stretches = Array.from({ length: STRETCHES }, () => ({ rows: 0, positives: 0, sum: 0 }));
  for (const [name, { counts, sums }] of byClass) {
    counts.forEach((count, i) => {
      const middle = (lower[i] + upper[i]) / 2;
      const stretch = stretches[Math.min(STRETCHES - 1, Math.max(0, Math.floor(middle * STRETCHES)))];
      stretch.rows += count;
      stretch.sum += sums?.[i] ?? count * middle;
      stretch.positives += name === positive ? count : 0;
    });
  }
  return stretches
    .filter(({ rows }) => rows > 0)
    .map(({ rows, positives, sum }) => ({ predicted: sum / rows, observed: positives / rows, rows }));
}
