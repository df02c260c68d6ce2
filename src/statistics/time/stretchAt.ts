import type { Scale } from './scales';
import type { WindowSums } from './windowSums';

/** What is compared at one scale of one window, column by column. */
export interface Compared {
  /** Shares of the last windows together, and those of their references. */
  readonly current: Float64Array;
  readonly reference: Float64Array;
  /**
   * Two functions whose difference is the effect; cumulative shares of numbers ascend in both. Of a level the current
   * shares and their reference; of a jump each with what lies before it.
   */
  readonly above: Float64Array;
  readonly below: Float64Array;
  /** Rows of the last windows that count, and as many as their reference is worth by its variance. */
  readonly rows: number;
  readonly referenceRows: number;
  /** Sum of the variance factors: those of p(1 − p) for independent rows. */
  readonly variance: number;
}

/** Only for a window and scale whose distance is known: `effectsOf`. */
export function stretchAt(sums: WindowSums, { kind, length }: Scale, window: number): Compared {
  const end = window + 1;
  const [current, reference] = shares(sums, end - length, end);
  const rows = sums.rowsBetween(end - length, end);
  const ofReference = sums.varianceBetween(end - length, end);
  const level = { current, reference, rows, referenceRows: 1 / ofReference };
  if (kind === 'level') {
    return { ...level, above: current, below: reference, variance: 1 / rows + ofReference };
  }
  const start = end - 2 * length;
  const [before, beforeReference] = shares(sums, start, start + length);
  return {
    ...level,
    above: current.map((share, i) => share + beforeReference[i]),
    below: reference.map((share, i) => share + before[i]),
    variance:
      1 / rows +
      ofReference +
      1 / sums.rowsBetween(start, start + length) +
      sums.varianceBetween(start, start + length),
  };
}

/** The largest difference between columns: of cumulative shares the KS distance, as far as edges show it. */
export function largestDifference({ above, below }: Compared): number {
  return above.reduce((largest, share, i) => Math.max(largest, Math.abs(share - below[i])), 0);
}

/**
 * A distance that is certain whatever lies between the edges: Σ width · (how far the functions are apart all over the
 * bin). The sum of `above − below` over a bin can't be less, as both ascend.
 *
 * @param widths of the bins between two edges
 */
export function certainDistance({ above, below }: Compared, widths: Float64Array): number {
  return widths.reduce(
    (sum, width, bin) => sum + width * Math.max(0, above[bin] - below[bin + 1], below[bin] - above[bin + 1]),
    0
  );
}

function shares(sums: WindowSums, start: number, end: number): [Float64Array, Float64Array] {
  const { columns, counts, expected } = sums;
  const rows = sums.rowsBetween(start, end);
  const of = (values: Float64Array) =>
    Float64Array.from({ length: columns }, (_, i) => (values[end * columns + i] - values[start * columns + i]) / rows);
  return [of(counts), of(expected)];
}
