import type { Distribution } from '../../distribution/Distribution';
import { type SeededRandom, seededRandom } from '../random/seededRandom';
import { pointResult } from '../pointResult';
import type { TestOptions, TestResult } from '../TestResult';
import { undefinedResult } from '../undefinedResult';
import { gaussianFactor } from './gaussianFactor';
import { medianDistance } from './medianDistance';
import { mmdSquared, permutedMmd, rowTotals, spectralMmd } from './mmdNull';
import { hasInfinite, whyNotNumeric } from './numericInput';

/** More values a side are sampled down to so many. */
const MOST_VALUES = 20_000;
/** Numbers added up for all permutations together, about a second. */
const MOST_WORK = 2e8;

/**
 * Squared maximum mean discrepancy, unbiased, with the kernel exp(−d²/2s²) (A. Gretton et al., "A kernel two-sample
 * test", 2012, equation 3). s² is half the (lower) median of the squared distances between baseline values, ½ where that
 * is zero. Seeded p: by permutation where affordable, else from the spectral limit, which `method` says. May be
 * negative where the samples hardly differ. Needs raw values, at least two a side; more than 20,000 a side are sampled
 * with the seed, and the guarantee is then `approximate`.
 */
export function mmd(baseline: Distribution, current: Distribution, options: TestOptions): TestResult {
  const reason = whyNotNumeric(baseline, current);
  if (reason !== null) {
    return undefinedResult('mmd', reason);
  }
  if (baseline.kind !== 'samples' || current.kind !== 'samples') {
    return undefinedResult('mmd', 'needs raw values: kernels of pairs do not follow from buckets');
  }
  if (hasInfinite(baseline) || hasInfinite(current)) {
    return undefinedResult('mmd', 'infinite values lie at no finite distance');
  }
  if (baseline.sorted.length < 2 || current.sorted.length < 2) {
    return undefinedResult('mmd', 'a side has fewer than two values');
  }
  return testSamples(baseline.sorted, current.sorted, options);
}

function testSamples(
  allBaseline: Float64Array,
  allCurrent: Float64Array,
  { seed, permutations }: TestOptions
): TestResult {
  const random = seededRandom(seed, 'mmd');
  const baseline = sampled(allBaseline, random);
  const current = sampled(allCurrent, random);
  const n = baseline.length;
  const m = current.length;
  const median = medianDistance(baseline);
  const factor = gaussianFactor(inUnits(baseline, current, median));
  const order = Int32Array.from({ length: n + m }, (_, i) => i);
  const totals = rowTotals(factor);
  const statistic = mmdSquared(factor, totals, order, n);
  const isWhole = factor.isComplete && n === allBaseline.length && m === allCurrent.length;
  return pointResult('mmd', isWhole ? 'exact' : 'approximate', statistic, nullValue(), {
    bandwidth: median > 0 ? median / Math.SQRT2 : Math.SQRT1_2,
  });

  function nullValue(): { pValue: number | null; method: string } {
    if (permutations <= 0) {
      return { pValue: null, method: 'none' };
    }
    const isAffordable = permutations * n * factor.rank <= MOST_WORK;
    const { reached, drawn } = isAffordable
      ? permutedMmd(factor, totals, order, n, statistic, permutations, random)
      : spectralMmd(factor, n, m, statistic, permutations, random);
    const how = isAffordable ? `monte carlo (${drawn} permutations)` : `spectral limit, monte carlo (${drawn})`;
    const sample = n < allBaseline.length || m < allCurrent.length ? `, ${n} and ${m} values sampled` : '';
    return { pValue: Math.min(1, (reached + 1) / (drawn + 1)), method: how + sample };
  }
}

/** A random part of many values, in their order: selection sampling (C. Fan, M. Muller, I. Rezucha 1962). */
function sampled(sorted: Float64Array, random: SeededRandom): Float64Array {
  if (sorted.length <= MOST_VALUES) {
    return sorted;
  }
  const kept = new Float64Array(MOST_VALUES);
  let size = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (random.next() * (sorted.length - i) < MOST_VALUES - size) {
      kept[size++] = sorted[i];
    }
  }
  return kept;
}

/** All values in units of sqrt(2)·s, so that the kernel is exp(−d²). Halves: a difference may be more than a double holds. */
function inUnits(baseline: Float64Array, current: Float64Array, median: number): Float64Array {
  const half = median > 0 ? median / 2 : 0.5;
  const centre = baseline[baseline.length >>> 1];
  const values = new Float64Array(baseline.length + current.length);
  for (let i = 0; i < baseline.length; i++) {
    values[i] = (baseline[i] / 2 - centre / 2) / half;
  }
  for (let i = 0; i < current.length; i++) {
    values[baseline.length + i] = (current[i] / 2 - centre / 2) / half;
  }
  return values;
}
