import type { Distribution } from '../../distribution/Distribution';
import type { TestOptions, TestResult } from '../TestResult';
import { nullDistribution } from '../binned/nullDistribution';
import { harmonicNumber, squareHarmonicNumber } from '../special/harmonicNumbers';
import { type RankTable, tieTerm } from './RankTable';
import { rankTest } from './rankTest';

const LARGEST_P = 0.25;
const SMALLEST_P = 0.001;
/** Quantiles of the standardized statistic of two samples: b0 + b1 + b2 of table 2 of the paper, extended by SciPy to 0.001. */
const CRITICAL = [0.325, 1.226, 1.961, 2.718, 3.752, 4.592, 6.546];
const LEVELS = [0.25, 0.1, 0.05, 0.025, 0.01, 0.005, 0.001];

/** Above this share of the ranks' variance lost to ties the limit gives too many false alarms: 6% at 5%, up to 11%. */
const HEAVY_TIES = 0.002;

/**
 * Anderson–Darling test of two samples in its k-sample form, midrank version, standardized (F. Scholz and M. Stephens,
 * "K-sample Anderson–Darling tests", 1987, equation 7). p from a parabola through ln(level) at the paper's quantiles,
 * clipped to [0.001, 0.25]: `method` says so, and whether it was. With heavy ties, which the paper's quantiles don't
 * know, p by seeded random tables, that is by permutation; without permutations from the quantiles all the same. A rank
 * test: ±Infinity takes part. From buckets: see `rankTest`.
 */
export function andersonDarling(baseline: Distribution, current: Distribution, options: TestOptions): TestResult {
  return rankTest('anderson_darling', baseline, current, (table) => {
    const { n, m } = table;
    if (n + m < 4) {
      return { undefinedReason: 'both samples together have fewer than four values' };
    }
    const spread = midrankSpread(table.baseline, table.current, n, m);
    const statistic = (spread - 1) / Math.sqrt(varianceOf(n, m));
    const isTied = tieTerm(table) > HEAVY_TIES * (n + m + 1);
    return { statistic, ...((isTied ? permuted(table, options) : null) ?? interpolated(statistic)) };
  });
}

function permuted({ baseline, current, n, m }: RankTable, options: TestOptions) {
  const table = { baseline, current, baselineTotal: n, currentTotal: m, guarantee: 'exact' as const };
  const { pValue, method } = nullDistribution(table, midrankSpread, options, 'anderson_darling');
  return pValue === null ? null : { pValue, method };
}

/** A² of the paper. */
function midrankSpread(baseline: Float64Array, current: Float64Array, n: number, m: number): number {
  const total = n + m;
  let sumBaseline = 0;
  let sumCurrent = 0;
  let below = 0;
  let belowCurrent = 0;
  for (let i = 0; i < baseline.length; i++) {
    const tied = baseline[i] + current[i];
    const middle = below + belowCurrent + tied / 2;
    const weight = tied / total / (middle * (total - middle) - (total * tied) / 4);
    sumBaseline += weight * (total * (below + baseline[i] / 2) - middle * n) ** 2;
    sumCurrent += weight * (total * (belowCurrent + current[i] / 2) - middle * m) ** 2;
    below += baseline[i];
    belowCurrent += current[i];
  }
  return ((sumBaseline / n + sumCurrent / m) * (total - 1)) / total;
}

/** Variance under the null hypothesis for two samples: equation 4 of the paper, with k = 2. */
function varianceOf(n: number, m: number): number {
  const total = n + m;
  const inverse = 1 / n + 1 / m;
  const h = harmonicNumber(total - 1);
  // The paper's double sum of 1/(ij) over i + j > N, in closed form: (H(N−1))² less the sum over i + j ≤ N.
  const g = squareHarmonicNumber(total) - (2 * harmonicNumber(total) - 1 / total) / total;
  const a = 4 * g - 6 + (10 - 6 * g) * inverse;
  const b = (2 * g - 4) * 4 + 16 * h + (2 * g - 14 * h - 4) * inverse - 8 * h + 4 * g - 6;
  const c = (6 * h + 2 * g - 2) * 4 + (4 * h - 4 * g + 6) * 2 + (2 * h - 6) * inverse + 4 * h;
  const d = (2 * h + 6) * 4 - 8 * h;
  return (((a * total + b) * total + c) * total + d) / ((total - 1) * (total - 2) * (total - 3));
}

function interpolated(statistic: number): { pValue: number; method: string } {
  if (statistic < CRITICAL[0]) {
    return clipped(LARGEST_P);
  }
  if (statistic > CRITICAL[CRITICAL.length - 1]) {
    return clipped(SMALLEST_P);
  }
  return { pValue: Math.exp(parabolaThrough(CRITICAL, LEVELS.map(Math.log), statistic)), method: 'interpolated' };
}

function clipped(pValue: number) {
  return { pValue, method: `interpolated, clipped to ${pValue}` };
}

/** Value at `at` of the least-squares parabola through the points, by polynomials orthogonal over them. */
function parabolaThrough(x: readonly number[], y: readonly number[], at: number): number {
  const size = x.length;
  const mean = x.reduce((sum, value) => sum + value, 0) / size;
  const line = (value: number) => value - mean;
  const lineNorm = x.reduce((sum, value) => sum + line(value) ** 2, 0);
  const skew = x.reduce((sum, value) => sum + line(value) ** 3, 0) / lineNorm;
  const bow = (value: number) => line(value) ** 2 - skew * line(value) - lineNorm / size;
  const bowNorm = x.reduce((sum, value) => sum + bow(value) ** 2, 0);
  const along = (polynomial: (value: number) => number) =>
    y.reduce((sum, value, i) => sum + value * polynomial(x[i]), 0);
  return along(() => 1) / size + (along(line) / lineNorm) * line(at) + (along(bow) / bowNorm) * bow(at);
}
