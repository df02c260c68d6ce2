/** @jest-environment node */
import { drawNormal } from '../random/drawNormal';
import { type SeededRandom, seededRandom } from '../random/seededRandom';
import { samplesOf } from '../testing/distributions';
import { andersonDarling } from './andersonDarling';
import { eppsSingleton } from './eppsSingleton';

const OPTIONS = { seed: 5, permutations: 4000 };
const DISTANCE_ALONE = { seed: 5, permutations: 0 };

/** Share of shuffles whose statistic reaches the observed one, the long way. */
function shuffledShare(test: typeof eppsSingleton, a: number[], b: number[], random: SeededRandom): number {
  const pooled = [...a, ...b];
  const observed = test(samplesOf(a), samplesOf(b), DISTANCE_ALONE).statistic ?? NaN;
  let reached = 0;
  for (let i = 0; i < 4000; i++) {
    for (let j = pooled.length - 1; j > 0; j--) {
      const k = random.below(j + 1);
      [pooled[j], pooled[k]] = [pooled[k], pooled[j]];
    }
    const { statistic } = test(samplesOf(pooled.slice(0, a.length)), samplesOf(pooled.slice(a.length)), DISTANCE_ALONE);
    reached += (statistic ?? NaN) >= observed * (1 - 1e-9) ? 1 : 0;
  }
  return (reached + 1) / 4001;
}

describe('p-values where the limit is far', () => {
  it.each([
    ['epps_singleton', eppsSingleton, 60, 12, 1e-9, 1.5],
    ['epps_singleton', eppsSingleton, 9, 25, 1e-9, 1],
    ['epps_singleton', eppsSingleton, 80, 15, 1, 1.2],
    ['anderson_darling', andersonDarling, 40, 25, 1, 0.6],
    ['anderson_darling', andersonDarling, 12, 90, 2, 0.8],
  ] as const)('of %s are what shuffling the values gives', (_, test, n, m, unit, shift) => {
    const random = seededRandom(7, 'values');
    const draw = (size: number, mean: number) =>
      Array.from({ length: size }, () => Math.round((drawNormal(random) + mean) / unit) * unit);
    const [a, b] = [draw(n, 0), draw(m, shift)];
    const { pValue, pValueLow, pValueHigh, method } = test(samplesOf(a), samplesOf(b), OPTIONS);
    expect(method).toMatch(/^monte carlo \(\d+ (tables|permutations)\)/);
    expect([pValueLow, pValueHigh]).toEqual([pValue, pValue]);
    const share = shuffledShare(test, a, b, random);
    // 200 exceedances end the draws early, so that the error is at least 7% of p.
    expect(Math.abs((pValue ?? NaN) - share)).toBeLessThan(4.5 * Math.hypot(Math.sqrt(share / 2000), 0.07 * share));
    // Whose values are whose changes nothing.
    expect(test(samplesOf(b), samplesOf(a), OPTIONS).pValue).toBe(pValue);
  });

  it('are those of the limit where that is near, or nothing may be drawn', () => {
    const steps = (size: number, unit = 1) =>
      samplesOf(Array.from({ length: size }, (_, i) => ((i * 37) % 101) * unit));
    expect(eppsSingleton(steps(60), steps(110), OPTIONS).method).toBe('chi-square');
    expect(eppsSingleton(steps(60), steps(130), OPTIONS).method).toMatch(/^monte carlo/);
    expect(eppsSingleton(steps(60), steps(130), DISTANCE_ALONE).method).toBe('chi-square');
    expect(eppsSingleton(steps(9000), steps(4000), { seed: 1, permutations: 3000 }).method).toBe('chi-square');
    expect(andersonDarling(steps(60), steps(130), OPTIONS).method).toMatch(/^interpolated/);
    const whole = [0, 1].map((side) => samplesOf(Array.from({ length: 50 }, (_, i) => (i % 5) + side)));
    expect(andersonDarling(whole[0], whole[1], OPTIONS).method).toMatch(/^monte carlo/);
    expect(andersonDarling(whole[0], whole[1], DISTANCE_ALONE).method).toMatch(/^interpolated/);
  });
});
