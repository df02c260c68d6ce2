import type { WindowDetails } from './PerformanceBoard';

export type Confusion = NonNullable<WindowDetails['confusion']>;

/** A cell: rows of the class `actual` that were predicted as `predicted`. */
export interface ConfusionCell {
  readonly actual: string;
  readonly predicted: string;
  readonly count: number;
  /** Of the rows of the actual class; null where it has none. */
  readonly share: number | null;
}

/** The matrix by rows of actual classes. */
export function confusionRows({ classes, counts }: Confusion): ConfusionCell[][] {
  return classes.map((actual, i) => {
    const total = counts[i].reduce((sum, count) => sum + count, 0);
    return classes.map((predicted, j) => {
      const count = counts[i][j];
      return { actual, predicted, count, share: total > 0 ? count / total : null };
    });
  });
}

/** The mistakes, the most frequent first. */
export function largestConfusions(confusion: Confusion, most: number): ConfusionCell[] {
  return confusionRows(confusion)
    .flat()
    .filter(({ actual, predicted, count }) => actual !== predicted && count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, most);
}
