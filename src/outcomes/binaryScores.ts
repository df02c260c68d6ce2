import { isExact, type ScoreCounts, type ScoreTable } from './ScoreTable';

/** A score table of two classes: the positive one, and all others as one. */
export interface BinaryScores {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Whether each entry is one score. */
  readonly exact: boolean;
  readonly positive: SideScores;
  readonly negative: SideScores;
}

/** Of one of the two classes, one number for each entry. */
export interface SideScores extends ScoreCounts {
  /** Rows in all entries together. */
  readonly rows: number;
}

/** The scores of rows with a label, by whether their class is `positive`, compared as text. */
export function binaryScores(table: ScoreTable, positive: string): BinaryScores {
  const length = table.lower.length;
  const others = [...table.byClass].filter(([name]) => name !== positive).map(([, counts]) => counts);
  return {
    lower: table.lower,
    upper: table.upper,
    exact: isExact(table),
    positive: sideOf(table.byClass.get(positive) ?? { counts: new Float64Array(length) }),
    negative: sideOf(sumScoreCounts(others, length)),
  };
}

/** Counts of several classes as those of one; what one of them doesn't tell, unless it is empty, the sum doesn't either. */
export function sumScoreCounts(parts: readonly ScoreCounts[], length: number): ScoreCounts {
  if (parts.length === 1) {
    return parts[0];
  }
  const filled = parts.filter(({ counts }) => counts.some((count) => count > 0));
  const sums = filled.map((part) => part.sums).filter((part) => part !== undefined);
  const totals = filled.map(totalOf).filter((total) => total !== undefined);
  const squares = totals.map((total) => total.squares).filter((square) => square !== undefined);
  return {
    counts: sumArrays(
      filled.map(({ counts }) => counts),
      length
    ),
    ...(sums.length === filled.length && { sums: sumArrays(sums, length) }),
    ...(totals.length === filled.length && {
      total: {
        sum: totals.reduce((sum, total) => sum + total.sum, 0),
        ...(squares.length === filled.length && { squares: squares.reduce((sum, square) => sum + square, 0) }),
      },
    }),
  };
}

/** Sum of all scores, told or from the sums of entries. */
export function totalOf({ sums, total }: ScoreCounts): ScoreCounts['total'] {
  return total ?? (sums && { sum: sums.reduce((sum, value) => sum + value, 0) });
}

function sumArrays(arrays: readonly Float64Array[], length: number): Float64Array {
  const result = new Float64Array(length);
  for (const array of arrays) {
    for (let i = 0; i < length; i++) {
      result[i] += array[i];
    }
  }
  return result;
}

function sideOf(side: ScoreCounts): SideScores {
  let rows = 0;
  for (let i = 0; i < side.counts.length; i++) {
    rows += side.counts[i];
  }
  return { ...side, rows };
}
