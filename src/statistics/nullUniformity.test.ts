/** @jest-environment node */
import type { TestName } from '../query/testNames';
import { drawNormal } from './random/drawNormal';
import { type SeededRandom, seededRandom } from './random/seededRandom';
import { runTest } from './runTest';
import { categoriesWith, samplesOf } from './testing/distributions';

const RUNS = 300;

/** Share of runs without drift that are significant at 5%. */
function falseAlarms(test: TestName, run: (random: SeededRandom, seed: number) => number | null): number {
  const random = seededRandom(20130101, `uniformity of ${test}`);
  let alarms = 0;
  for (let i = 0; i < RUNS; i++) {
    const p = run(random, i);
    if (p === null) {
      throw new Error(`${test} has no p-value`);
    }
    alarms += p <= 0.05 ? 1 : 0;
  }
  return alarms / RUNS;
}

/** 5% and four standard errors: a discrete statistic may stay below, none may exceed it. */
const MOST = 0.05 + 4 * Math.sqrt((0.05 * 0.95) / RUNS);

describe('p-values without drift', () => {
  const drawRow = (random: SeededRandom, rows: number, shares: readonly number[]) => {
    const counts = new Array<number>(shares.length).fill(0);
    for (let i = 0; i < rows; i++) {
      let left = random.next();
      const column = shares.findIndex((share) => (left -= share) < 0);
      counts[column === -1 ? 0 : column] += 1;
    }
    return counts;
  };
  const zipf = Array.from({ length: 12 }, (_, i) => 1 / (i + 1));
  const total = zipf.reduce((sum, share) => sum + share, 0);
  const shares = zipf.map((share) => share / total);

  it.each([
    'chi_square',
    'g_test',
    'psi',
    'kl',
    'jensen_shannon',
    'hellinger',
    'total_variation',
    'l_infinity',
  ] as const)('%s of twelve categories of Zipf shares alarms at most at its level', (test) => {
    const rate = falseAlarms(test, (random, seed) => {
      const baseline = categoriesWith(drawRow(random, 300, shares));
      const current = categoriesWith(drawRow(random, 60, shares));
      return runTest(test, 'categorical', baseline, current, { seed, permutations: 99 }).pValue;
    });
    expect(rate).toBeLessThan(MOST);
    expect(rate).toBeGreaterThan(0.01);
  });

  it.each(['psi', 'psi_sturges', 'jensen_shannon', 'total_variation'] as const)(
    '%s of numbers alarms at most at its level',
    (test) => {
      const rate = falseAlarms(test, (random, seed) => {
        const sample = (rows: number) => samplesOf(Array.from({ length: rows }, () => random.next()));
        return runTest(test, 'numeric', sample(150), sample(40), { seed, permutations: 99 }).pValue;
      });
      expect(rate).toBeLessThan(MOST);
      expect(rate).toBeGreaterThan(0.005);
    }
  );

  // Their limits alarm in 20% and 9% of these.
  it.each([
    ['epps_singleton', 'sides of unequal size', 300, 30, 1e-9],
    ['anderson_darling', 'heavy ties', 150, 100, 1],
  ] as const)('%s of %s alarms at most at its level', (test, _, n, m, unit) => {
    const rate = falseAlarms(test, (random, seed) => {
      const sample = (rows: number) =>
        samplesOf(Array.from({ length: rows }, () => Math.round(drawNormal(random) / unit) * unit));
      const result = runTest(test, 'numeric', sample(n), sample(m), { seed, permutations: 99 });
      expect(result.method).toMatch(/^monte carlo/);
      return result.pValue;
    });
    expect(rate).toBeLessThan(0.05 + 2.5 * Math.sqrt((0.05 * 0.95) / RUNS));
    expect(rate).toBeGreaterThan(0.02);
  });

  it.each(['fisher', 'z', 'chi_square'] as const)('%s of a boolean alarms at most at its level', (test) => {
    const rate = falseAlarms(test, (random, seed) => {
      const baseline = categoriesWith(drawRow(random, 400, [0.3, 0.7]));
      const current = categoriesWith(drawRow(random, 200, [0.3, 0.7]));
      return runTest(test, 'boolean', baseline, current, { seed, permutations: 0 }).pValue;
    });
    expect(rate).toBeLessThan(MOST);
    expect(rate).toBeGreaterThan(0.01);
  });
});
