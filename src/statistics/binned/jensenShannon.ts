import type { Distribution } from '../../distribution/Distribution';
import type { TestOptions, TestResult } from '../TestResult';
import { chiSquareLimit } from './chiSquareLimit';
import { type Distance, distanceResult } from './distanceResult';

const IN_BITS: Distance = {
  test: 'jensen_shannon',
  statistic: jensenShannonStatistic,
  limit: (table, statistic) => chiSquareLimit(table, statistic * statistic, 8 * Math.LN2),
  rest: 'monotone',
};

const IN_NATS: Distance = {
  test: 'jensen_shannon_nats',
  statistic: jensenShannonNatsStatistic,
  limit: (table, statistic) => chiSquareLimit(table, statistic * statistic, 8),
  rest: 'monotone',
};

/**
 * Jensen–Shannon distance sqrt(½KL(p‖m) + ½KL(q‖m)), m = (p+q)/2, with logarithms to base 2, so in [0, 1] (J. Lin,
 * "Divergence measures based on the Shannon entropy", 1991; SciPy's `jensenshannon(p, q, 2)`). A metric, symmetric but
 * for the choice of bins; zero shares are no trouble. p-value by its χ² limit where every expected count is at least
 * 20, else by random tables with the same margins.
 */
export function jensenShannon(baseline: Distribution, current: Distribution, options: TestOptions): TestResult {
  return distanceResult(IN_BITS, baseline, current, options);
}

/** The same with natural logarithms, so in [0, sqrt(ln 2)]: SciPy's default. */
export function jensenShannonNats(baseline: Distribution, current: Distribution, options: TestOptions): TestResult {
  return distanceResult(IN_NATS, baseline, current, options);
}

export function jensenShannonStatistic(baseline: Float64Array, current: Float64Array, n: number, m: number): number {
  return Math.min(1, jensenShannonNatsStatistic(baseline, current, n, m) / Math.sqrt(Math.LN2));
}

export function jensenShannonNatsStatistic(
  baseline: Float64Array,
  current: Float64Array,
  n: number,
  m: number
): number {
  let divergence = 0;
  for (let bin = 0; bin < baseline.length; bin++) {
    const p = baseline[bin] / n;
    const q = current[bin] / m;
    const middle = (p + q) / 2;
    if (middle > 0) {
      divergence += middle * contribution(Math.abs(q - p) / (p + q));
    }
  }
  return Math.sqrt(divergence);
}

/** ½[(1−t) ln(1−t) + (1+t) ln(1+t)] for t in [0, 1], without the cancellation of its two terms near 0. */
function contribution(t: number): number {
  return t === 1 ? Math.LN2 : t * Math.atanh(t) + 0.5 * Math.log1p(-t * t);
}
