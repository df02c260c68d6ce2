/** @jest-environment node */
import fc from 'fast-check';
import { countsFixture } from '../testing/counts.fixture';
import { expectNear } from '../testing/expectNear';
import { fisherExactPValue } from './fisherExactPValue';

describe('fisherExactPValue', () => {
  it.each(countsFixture.fisher)('agrees with $source on $table', ({ table, p }) => {
    expectNear(fisherExactPValue(...table), p);
  });

  it('is the same for rows or columns swapped and for the table transposed, and in (0, 1]', () => {
    const count = fc.nat({ max: 2000 });
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const p = fisherExactPValue(a, b, c, d);
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
        for (const other of [
          [c, d, a, b],
          [b, a, d, c],
          [a, c, b, d],
        ] as const) {
          expectNear(fisherExactPValue(...other), p, 1e-10);
        }
      }),
      { seed: 1 }
    );
  });

  it('sums to the whole distribution: the p-value of the mode is 1', () => {
    expect(fisherExactPValue(0, 0, 5, 5)).toBe(1);
    expect(fisherExactPValue(0, 10, 0, 20)).toBe(1);
    expect(fisherExactPValue(250, 250, 250, 250)).toBe(1);
  });

  it('answers at once for counts of a billion', () => {
    for (let i = 0; i < 20; i++) {
      const p = fisherExactPValue(500010000 + i, 499990000, 499990000, 500010000);
      expect(p).toBeGreaterThan(0);
      expect(p).toBeLessThan(0.5);
    }
  });
});
