import type { Distribution } from '../../distribution/Distribution';
import type { TestOptions, TestResult } from '../TestResult';
import { chiSquareLimit } from './chiSquareLimit';
import { type Distance, distanceResult } from './distanceResult';

const HELLINGER: Distance = {
  test: 'hellinger',
  statistic: hellingerStatistic,
  limit: (table, statistic) => chiSquareLimit(table, statistic * statistic, 8),
  rest: 'monotone',
};

/**
 * Hellinger distance sqrt(1 − Σ sqrt(pq)) of the shares (A. W. van der Vaart, "Asymptotic statistics", 14.5, divided by
 * sqrt 2). A metric in [0, 1], symmetric but for the choice of bins. p-value by its χ² limit where every expected count
 * is at least 20, else by random tables with the same margins.
 */
export function hellinger(baseline: Distribution, current: Distribution, options: TestOptions): TestResult {
  return distanceResult(HELLINGER, baseline, current, options);
}

/** As sqrt(½ Σ (√p − √q)²), which keeps its digits where the shares are nearly the same. */
export function hellingerStatistic(baseline: Float64Array, current: Float64Array, n: number, m: number): number {
  let sum = 0;
  for (let bin = 0; bin < baseline.length; bin++) {
    const difference = Math.sqrt(baseline[bin] / n) - Math.sqrt(current[bin] / m);
    sum += difference * difference;
  }
  return Math.min(1, Math.sqrt(sum / 2));
}
