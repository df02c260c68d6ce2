/** @jest-environment node */
import { sampleFromValues } from '../../distribution/sampleFromValues';
import { cramerVonMises } from './cramerVonMises';

const OPTIONS = { seed: 1, permutations: 0 };

/** P(T ≥ observed) by going through every labelling of the pooled values. */
function byEnumeration(pooled: number[], n: number, observed: number): number {
  let all = 0;
  let reached = 0;
  for (let labels = 0; labels < 2 ** pooled.length; labels++) {
    const a = pooled.filter((_, i) => (labels >> i) & 1);
    if (a.length === n) {
      const b = pooled.filter((_, i) => !((labels >> i) & 1));
      all++;
      reached +=
        cramerVonMises(sampleFromValues(a), sampleFromValues(b), OPTIONS).statistic! >= observed - 1e-12 ? 1 : 0;
    }
  }
  return reached / all;
}

it.each([
  { a: [1, 2, 5], b: [3, 4, 6, 7] },
  { a: [1, 1, 2, 3], b: [2, 2, 3, 3, 4] },
  { a: [0, 0, 1], b: [0, 1, 1, 1, 1] },
])('$a against $b is exact, ties included', ({ a, b }) => {
  const { statistic, pValue, method } = cramerVonMises(sampleFromValues(a), sampleFromValues(b), OPTIONS);
  expect(method).toBe('exact');
  expect(pValue).toBeCloseTo(byEnumeration([...a, ...b], a.length, statistic!), 13);
});
