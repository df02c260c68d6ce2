/** @jest-environment node */
import fixtures from '../../../tests/fixtures/statistics/numeric.json';
import { sampleFromValues } from '../../distribution/sampleFromValues';
import { summarize } from '../../distribution/summarize';
import { latticeValues } from '../testing/latticeValues';
import type { TestResult } from '../TestResult';
import { andersonDarling } from './andersonDarling';
import { cramerVonMises } from './cramerVonMises';
import { energy } from './energy';
import { eppsSingleton } from './eppsSingleton';
import { expectedWassersteinNormed } from './expectedWassersteinNormed';
import { ks } from './ks';
import { mannWhitney } from './mannWhitney';
import { mmd } from './mmd';
import { studentT } from './studentT';
import { wasserstein } from './wasserstein';
import { wassersteinNormed } from './wassersteinNormed';
import { welchT } from './welchT';

const OPTIONS = { seed: 1, permutations: 0, exactKs: true };

function expectClose(actual: number | null | undefined, expected: number | null | undefined, absolute = 0): void {
  if (expected === null || expected === undefined) {
    expect(actual).toBe(expected);
    return;
  }
  expect(typeof actual).toBe('number');
  // Printed with the reference when it fails.
  const error = Math.abs((actual ?? NaN) - expected);
  if (!(error <= Math.abs(expected) * 1e-9 + absolute)) {
    expect(actual).toBe(expected);
  }
}

const expectPair = (result: TestResult, reference: { statistic: number | null; p: number | null }) => {
  expectClose(result.statistic, reference.statistic);
  expectClose(result.pValue, reference.p);
};

describe.each(fixtures.cases)('$name', ({ baseline, current, reference }) => {
  const a = sampleFromValues(Float64Array.from(latticeValues(baseline)));
  const b = sampleFromValues(Float64Array.from(latticeValues(current)));
  it('KS agrees with SciPy exact without ties, and with R with them', () => {
    const result = ks(a, b, OPTIONS);
    expect(result.method).toBe('exact');
    expectClose(result.statistic, reference.ks.statistic);
    if (reference.ks.p_scipy_exact !== null) {
      expectClose(result.pValue, reference.ks.p_scipy_exact);
    }
    // R 4.2 takes the upper tail as 1 less the lower one.
    if (reference.ks.p_r_exact !== null && reference.ks.p_r_exact > 1e-6) {
      expect(Math.abs(result.pValue! - reference.ks.p_r_exact)).toBeLessThan(1e-11);
    }
  });

  it('Anderson–Darling agrees', () => expectPair(andersonDarling(a, b, OPTIONS), reference.anderson_darling));

  it('Cramér–von Mises agrees', () => {
    const result = cramerVonMises(a, b, OPTIONS);
    expectClose(result.statistic, reference.cramer_von_mises.statistic);
    expect(result.method).toBe(reference.cramer_von_mises.exact ? 'exact' : 'limit distribution');
    // SciPy's exact p ignores ties, and its limit is 1 less a sum to 1e-7 of its last term.
    if (!(reference.cramer_von_mises.exact && reference.ties) && reference.cramer_von_mises.p! > 1e-6) {
      expectClose(result.pValue, reference.cramer_von_mises.p, 1e-12);
    }
  });

  it('Mann–Whitney agrees', () => expectPair(mannWhitney(a, b, OPTIONS), reference.mann_whitney));
  it('Welch agrees', () => expectPair(welchT(a, b, OPTIONS), reference.welch_t));
  it('Student agrees', () => expectPair(studentT(a, b, OPTIONS), reference.student_t));

  it('Epps–Singleton agrees', () => {
    const expected = reference.epps_singleton;
    if (expected === undefined) {
      expect(eppsSingleton(a, b, OPTIONS).undefinedReason).toBe('a side has fewer than five values');
    } else {
      expectPair(eppsSingleton(a, b, OPTIONS), expected);
    }
  });

  it('the distances agree', () => {
    expectClose(energy(a, b, OPTIONS).statistic, reference.energy);
    expectClose(wasserstein(a, b, OPTIONS).statistic, reference.wasserstein);
    expectClose(wassersteinNormed(a, b, OPTIONS).statistic, reference.wasserstein_normed);
    expectClose(expectedWassersteinNormed(a, b), reference.expected_wasserstein_normed);
    expect(Math.abs(mmd(a, b, OPTIONS).statistic! - reference.mmd!)).toBeLessThan(1e-11);
  });

  it('the summary agrees', () => {
    const summary = summarize(b);
    const expected = reference.summary;
    expectClose(summary.mean, expected.mean);
    expectClose(summary.standardDeviation, expected.standard_deviation);
    expect(Math.abs(summary.skewness! - expected.skewness!)).toBeLessThan(1e-9);
    expect(Math.abs(summary.kurtosis! - expected.kurtosis!)).toBeLessThan(1e-9);
    summary.quantiles.forEach(({ value }, i) => expectClose(value, expected.quantiles[i]));
    expect(summary.distinct).toBe(expected.distinct);
  });
});
