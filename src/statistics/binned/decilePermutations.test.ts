/** @jest-environment node */
import { seededRandom } from '../random/seededRandom';
import { samplesOf } from '../testing/distributions';
import { binnedTable } from './binnedTable';
import { decilePermutations } from './decilePermutations';
import { psiStatistic } from './psi';

/** PSI of two samples by the long way. */
function psiOf(baseline: number[], current: number[]): number {
  const table = binnedTable(samplesOf(baseline), samplesOf(current));
  if ('undefinedReason' in table) {
    throw new Error(table.undefinedReason);
  }
  return psiStatistic(table.baseline, table.current, table.baselineTotal, table.currentTotal);
}

describe('decilePermutations', () => {
  it.each([
    [30, 12, 1000],
    [12, 30, 1000],
    [25, 25, 8],
  ])('is what shuffling the values themselves gives: %d and %d of %d different values', (n, m, different) => {
    const random = seededRandom(4, 'shuffle');
    const draw = () => random.below(different) / 7;
    const baseline = Array.from({ length: n }, draw);
    const current = Array.from({ length: m }, draw).map((x, i) => x + (i % 3) * 5);
    const observed = psiOf(baseline, current);
    const options = { seed: 2, permutations: 4000 };
    const result = decilePermutations(samplesOf(baseline), samplesOf(current), psiStatistic, observed, options, 'psi');

    const pooled = [...baseline, ...current];
    let exceedances = 0;
    for (let i = 0; i < 4000; i++) {
      for (let j = pooled.length - 1; j > 0; j--) {
        const k = random.below(j + 1);
        [pooled[j], pooled[k]] = [pooled[k], pooled[j]];
      }
      exceedances += psiOf(pooled.slice(0, n), pooled.slice(n)) >= observed * (1 - 1e-9) ? 1 : 0;
    }
    const share = (exceedances + 1) / 4001;
    // 200 exceedances end the draws early, so that the error is at least 7% of p.
    expect(Math.abs((result?.pValue ?? NaN) - share)).toBeLessThan(
      4.5 * Math.hypot(Math.sqrt(share / 4000), 0.07 * share)
    );
  });

  it('leaves large samples to tables with fixed bins', () => {
    const large = samplesOf(Array.from({ length: 6000 }, (_, i) => i));
    expect(decilePermutations(large, large, psiStatistic, 0, { seed: 1, permutations: 1000 }, 'psi')).toBeNull();
  });
});
