/** @jest-environment node */
import fixtures from '../../../tests/fixtures/statistics/special.json';
import { cramerVonMisesTail } from './cramerVonMisesTail';
import { kolmogorovTail } from './kolmogorovTail';
import { normalQuantile } from './normalQuantile';
import { studentTwoSidedTail } from './studentTwoSidedTail';
import { symmetricEigen } from './symmetricEigen';

const relativeError = (actual: number, expected: number) => Math.abs(actual / expected - 1);

describe('tails against mpmath', () => {
  it.each(fixtures.kolmogorov)('Kolmogorov at %p', (x, expected) =>
    expect(relativeError(kolmogorovTail(x), expected)).toBeLessThan(1e-12)
  );
  it.each(fixtures.cramer_von_mises)('Cramér–von Mises at %p', (x, expected) =>
    expect(relativeError(cramerVonMisesTail(x), expected)).toBeLessThan(1e-10)
  );
  it.each(fixtures.student)('Student at %p with %p degrees of freedom', (t, degrees, expected) => {
    expect(relativeError(studentTwoSidedTail(t, degrees), expected)).toBeLessThan(1e-10);
    expect(studentTwoSidedTail(-t, degrees)).toBe(studentTwoSidedTail(t, degrees));
  });
  it.each(fixtures.normal_quantile)('normal quantile of %p', (p, expected) =>
    expect(relativeError(normalQuantile(p), expected)).toBeLessThan(2e-14)
  );
  it('are whole at their ends', () => {
    expect([kolmogorovTail(0), cramerVonMisesTail(0), studentTwoSidedTail(0, 3)]).toEqual([1, 1, 1]);
    expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([-Infinity, 0, Infinity]);
    expect([kolmogorovTail(100), cramerVonMisesTail(1000), studentTwoSidedTail(Infinity, 3)]).toEqual([0, 0, 0]);
    // P(|T| ≥ t) = 1 − (2/π)·atan(t) of one degree of freedom, which is 2/(πt) far out.
    expect(relativeError(studentTwoSidedTail(1e200, 1), 2 / Math.PI / 1e200)).toBeLessThan(1e-12);
  });
});

describe('symmetricEigen', () => {
  it('finds eigenvalues and vectors', () => {
    const { values, vectors } = symmetricEigen([
      [2, 1, 0],
      [1, 2, 0],
      [0, 0, 5],
    ]);
    expect([...values].sort().map((value) => Math.round(value * 1e12) / 1e12)).toEqual([1, 3, 5]);
    const at = values.findIndex((value) => Math.abs(value - 3) < 1e-9);
    expect(Math.abs(vectors[0][at])).toBeCloseTo(Math.SQRT1_2, 12);
  });
});
