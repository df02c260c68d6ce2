/** @jest-environment node */
import counted from '../../tests/fixtures/statistics/counts.json';
import numeric from '../../tests/fixtures/statistics/numeric.json';
import others from '../../tests/fixtures/statistics/others.json';
import { sampleFromValues } from '../distribution/sampleFromValues';
import type { TestName } from '../query/testNames';
import { runTest } from './runTest';
import type { TestResult } from './TestResult';
import { categoriesWith } from './testing/distributions';
import { expectNear } from './testing/expectNear';
import { latticeValues } from './testing/latticeValues';

const OPTIONS = { seed: 1, permutations: 0, exactKs: true };
const samplesOf = (name: string) => {
  const { baseline, current } = numeric.cases.find((one) => one.name === name)!;
  return [baseline, current].map(latticeValues);
};

/** The measures of R's answer that belong to a test: its statistic and its p-value. */
function expectAgreement(result: TestResult, test: TestName, r: Readonly<Record<string, number | undefined>>): void {
  const { [`${test}_statistic`]: statistic, [`${test}_p`]: pValue } = r;
  if (statistic !== undefined) {
    expectNear(result.statistic, statistic, 1e-9);
  }
  if (pValue !== undefined) {
    expectNear(result.pValue, pValue, 1e-9);
  }
}

describe.each(others.numbers)('R of the samples "$name"', ({ name, r }) => {
  const [a, b] = samplesOf(name).map(sampleFromValues);

  it.each(['ks', 'mann_whitney', 'welch_t', 'student_t'] as const)('agrees with %s', (test) => {
    expectAgreement(runTest(test, 'numeric', a, b, OPTIONS), test, r);
  });

  it('agrees with anderson_darling to the digits that kSamples keeps', () => {
    const { statistic } = runTest('anderson_darling', 'numeric', a, b, OPTIONS);
    expect(Math.abs(statistic! - r.anderson_darling_rounded)).toBeLessThan(1e-4 * (1 + Math.abs(statistic!)));
  });
});

describe.each(others.counts)('R of the table "$name"', ({ name, r }) => {
  const { baseline, current } = counted.categorical.find((one) => one.name === name)!;
  const sides = [baseline, current].map(categoriesWith);

  it.each(['chi_square', 'z'] as const)('agrees with %s', (test) => {
    const result = runTest(test, 'categorical', sides[0], sides[1], OPTIONS);
    // R takes the limit whatever the counts.
    const isLimit = result.method === 'chi-square' || result.method === 'normal';
    expectAgreement(result, test, isLimit ? r : { ...r, [`${test}_p`]: undefined });
  });
});

describe('River’s KS distance of two windows', () => {
  const distanceOf = ({ name, size }: (typeof others.windows)[number]) => {
    const [a, b] = samplesOf(name).map((values) => sampleFromValues(values.slice(0, size)));
    return runTest('ks', 'numeric', a, b, OPTIONS).statistic!;
  };

  it.each(others.windows.filter(({ sharesValues }) => !sharesValues))('is the same: $name', (window) => {
    expectNear(distanceOf(window), window.ks);
  });

  // River takes the difference amid equal values too, before those of both windows are counted.
  it.each(others.windows.filter(({ sharesValues }) => sharesValues))('is too large with ties: $name', (window) => {
    expect(window.ks).toBeGreaterThanOrEqual(distanceOf(window) - 1e-12);
  });
});
