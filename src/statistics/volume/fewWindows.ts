import { medianOf } from './medianOf';
import { robustSpread } from './robustSpread';

/**
 * Of so many past windows: how many spreads by the median absolute deviation, and how many by the mean one, a value of the
 * same normal distribution lies from their median so seldom that it passes either in 0.6% of cases or fewer (the spread of few
 * windows is often far too small); and by what the mean deviation is too small on average. Simulated in
 * tests/volume/generate.py.
 */
const BEYOND: ReadonlyArray<readonly [windows: number, robust: number, mean: number, correction: number]> = [
  [4, 26.9, 8.2, 1.204],
  [5, 27.2, 6.2, 1.204],
  [6, 11.9, 5.2, 1.134],
  [7, 12.4, 4.7, 1.134],
  [8, 8.4, 4.3, 1.1],
  [10, 6.9, 3.9, 1.08],
  [12, 5.9, 3.7, 1.067],
  [16, 5, 3.4, 1.05],
  [20, 4.6, 3.3, 1.04],
  [28, 4.1, 3.1, 1.028],
  [60, 3.5, 2.95, 1.013],
];
/** √(π/2): the mean absolute deviation of normal values, times this, is their standard deviation. */
const CONSISTENCY = Math.sqrt(Math.PI / 2);

function rowOf(windows: number): (typeof BEYOND)[number] | undefined {
  return BEYOND.findLast(([least]) => windows >= least);
}

/** The number of `fewSpread` that chance goes beyond in less than 1% of windows; of numbers in between the smaller's. */
export function fewWindows(windows: number): number {
  return rowOf(windows)?.[2] ?? Infinity;
}

/**
 * The spread of few windows: by their mean absolute deviation from the median, which tells more than the median one, or by
 * that where a bad window among them makes the mean so large that it would hide more. Null for fewer than two.
 */
export function fewSpread(values: readonly number[]): number | null {
  const [median, robust] = [medianOf(values), robustSpread(values)];
  if (median === null || robust === null) {
    return null;
  }
  const [, most, usual, correction] = rowOf(values.length) ?? [0, 1, 1, 1];
  const mean =
    (correction * CONSISTENCY * values.reduce((sum, value) => sum + Math.abs(value - median), 0)) / values.length;
  return robust === 0 ? mean : Math.min(mean, (most / usual) * robust);
}
