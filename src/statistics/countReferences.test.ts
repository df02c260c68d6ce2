/** @jest-environment node */
import { CATEGORICAL_TESTS, NUMERIC_TESTS, type TestName } from '../query/testNames';
import { runTest } from './runTest';
import { type CountMeasures, countsFixture } from './testing/counts.fixture';
import { categoriesWith, samplesOf } from './testing/distributions';
import { expectNear } from './testing/expectNear';

const OPTIONS = { seed: 1, permutations: 200 };

const REFERENCES = [
  ['psi', 'psi'],
  ['kl', 'kl'],
  ['jensen_shannon', 'jensenShannon'],
  ['jensen_shannon_nats', 'jensenShannonNats'],
  ['hellinger', 'hellinger'],
  ['total_variation', 'totalVariation'],
  ['l_infinity', 'lInfinity'],
] as const satisfies ReadonlyArray<readonly [TestName, keyof CountMeasures]>;

/** Cases whose rows are so nearly the same that the references' sums of logarithms have fewer than nine digits. */
const CANCELLING = new Set(['large', 'nearly the same']);

describe('tests of categories, against SciPy, statsmodels and R', () => {
  it.each(countsFixture.categorical)('$name', (fixture) => {
    const run = (test: TestName) =>
      runTest(test, 'categorical', categoriesWith(fixture.baseline), categoriesWith(fixture.current), OPTIONS);
    // Sums of logarithms cancel in SciPy where the rows are nearly the same: its digits end where their rounding begins.
    const scipys = fixture.name === 'nearly the same' ? 1e-3 : 1e-7;
    for (const [test, key] of REFERENCES) {
      expectNear(run(test).statistic, fixture[key], CANCELLING.has(fixture.name) ? scipys : 1e-9);
    }
    expectNear(run('psi').statistic, fixture.precise.psi);
    expectNear(run('kl').statistic, fixture.precise.kl);
    expectNear(run('jensen_shannon').statistic, fixture.precise.jensenShannon);
    expectNear(run('jensen_shannon_nats').statistic, fixture.precise.jensenShannonNats);
    expectNear(run('hellinger').statistic, fixture.precise.hellinger);
    const chiSquare = run('chi_square');
    const g = run('g_test');
    expectNear(chiSquare.statistic, fixture.chiSquare ?? NaN);
    expectNear(Number(chiSquare.details?.cramersV), fixture.cramersV ?? NaN);
    expectNear(g.statistic, fixture.precise.g);
    expectNear(g.statistic, fixture.g ?? NaN, CANCELLING.has(fixture.name) ? scipys : 1e-9);
    if (chiSquare.method === 'chi-square') {
      expectNear(chiSquare.pValue, fixture.chiSquarePValue ?? NaN);
      expectNear(g.pValue, fixture.gPValue ?? NaN, CANCELLING.has(fixture.name) ? scipys : 1e-9);
    }
    const psi = run('psi');
    if (psi.method === 'chi-square') {
      expectNear(psi.pValue, fixture.psiPValue);
    }
    expect(psi.method === 'chi-square').toBe(fixture.smallestExpected >= 20 && hasNoFlooredShare(fixture));
  });

  it.each(countsFixture.categorical.filter(({ z }) => z !== undefined))(
    'z: $name',
    ({ baseline, current, z, zPValue }) => {
      const result = runTest('z', 'boolean', categoriesWith(baseline), categoriesWith(current), OPTIONS);
      expectNear(result.statistic, z ?? NaN);
      expectNear(result.pValue, zPValue ?? NaN);
    }
  );
});

describe('tests of binned numbers, against NumPy, SciPy and Evidently', () => {
  it.each(countsFixture.numeric)('$name', (fixture) => {
    const run = (test: TestName) =>
      runTest(test, 'numeric', samplesOf(fixture.baseline), samplesOf(fixture.current), OPTIONS);
    for (const [test, key] of REFERENCES) {
      expectNear(run(test).statistic, fixture[key]);
      expect(run(test).details?.bins).toBe(fixture.bins);
    }
    expectNear(run('psi_sturges').statistic, fixture.psiSturges);
  });
});

describe('every name', () => {
  it('has a function that answers for its type, under its own name', () => {
    const { baseline, current } = countsFixture.categorical[0];
    for (const test of CATEGORICAL_TESTS) {
      expect(runTest(test, 'categorical', categoriesWith(baseline), categoriesWith(current), OPTIONS).test).toBe(test);
    }
    const numbers = countsFixture.numeric[0];
    for (const test of NUMERIC_TESTS) {
      const result = runTest(test, 'numeric', samplesOf(numbers.baseline), samplesOf(numbers.current), OPTIONS);
      expect(result.test).toBe(test);
    }
  });
});

function hasNoFlooredShare({ baseline, current }: CountMeasures): boolean {
  return [baseline, current].every((row) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    return row.every((count) => count / total >= 1e-4);
  });
}
