/**
 * How many robust spreads from the median of so many past windows a value of the same normal distribution lies beyond in 1 %
 * of cases: a spread of few windows is often far too small. Simulated in tests/volume/generate.py.
 */
const BEYOND: ReadonlyArray<readonly [number, number]> = [
  [4, 11.6],
  [5, 11.9],
  [6, 6.8],
  [7, 6.9],
  [8, 5.3],
  [10, 4.5],
  [12, 4.1],
  [16, 3.6],
  [20, 3.4],
  [28, 3.1],
];
/** Of as many windows as you like. */
const LIMIT = 2.576;

/** The number of spreads that chance goes beyond in 1 % of windows; of numbers between the simulated ones the smaller's. */
export function fewWindows(windows: number): number {
  return windows > 60 ? LIMIT : (BEYOND.findLast(([least]) => windows >= least)?.[1] ?? Infinity);
}
